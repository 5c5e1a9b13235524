import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the bytes of image files.
enum ImageFile {
  /// The most bytes of a file: 1 GiB.
  static let mostBytes = 1 << 30

  /// Reads a whole file whose head is that of an image.
  ///
  /// - Throws: ``ImageError``
  static func read(_ path: String) throws(ImageError) -> (format: ImageFormat, bytes: [UInt8]) {
    // A pipe without a writer would keep `open` waiting.
    let file: OpenFile
    do {
      file = try OpenFile(path, O_RDONLY | O_NONBLOCK)
    } catch {
      throw ImageError(.opening(path, error), path: path)
    }
    defer { close(file.descriptor) }
    let status = try reading(path) { () throws(SystemError) in try file.status() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImageError(
        .unreadable, path: path, "this is not a file",
        found: status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a device or a pipe",
        expected: ImageFormat.expected)
    }
    let byteCount = Int(status.st_size)
    guard byteCount <= mostBytes else {
      throw ImageError(
        .tooLarge, path: path, "the file is too large", found: "\(byteCount) bytes",
        expected: "at most \(mostBytes)")
    }
    let head = try reading(path) { () throws(SystemError) in
      try file.bytes(upTo: min(byteCount, ImageFormat.headSize))
    }
    guard !head.isEmpty else {
      throw ImageError(
        .empty, path: path, "the file is empty", advice: "Copy it again from its source, or remove it.")
    }
    guard let format = ImageFormat(head: head) else {
      throw ImageError(
        .unrecognized, path: path, "the file is not an image that can be read",
        found: ImageFormat.guess(head: head[...]), expected: ImageFormat.expected,
        advice: "Convert it, or remove it.")
    }
    let bytes = try reading(path) { () throws(SystemError) in
      try file.rewind()
      return try file.bytes(upTo: byteCount)
    }
    return (format, bytes)
  }

  /// Turns errors of the system into those of images.
  private static func reading<Result>(
    _ path: String, _ body: () throws(SystemError) -> Result
  ) throws(ImageError) -> Result {
    do {
      return try body()
    } catch {
      throw ImageError(.reading(error), path: path)
    }
  }
}
