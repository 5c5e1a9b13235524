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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem.opening(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem.reading(path, code: errno) }
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
    let head = try read(min(byteCount, ImageFormat.headSize), at: 0, of: descriptor, path)
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
    return (format, try read(byteCount, at: 0, of: descriptor, path))
  }

  /// Reads some bytes, fewer if the file ends before.
  private static func read(
    _ byteCount: Int, at offset: Int, of descriptor: Int32, _ path: String
  ) throws(ImageError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      while filled < byteCount {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), byteCount - filled, off_t(offset + filled))
        if count > 0 {
          filled += count
        } else if count == 0 {
          break
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    guard code == 0 else { throw FileProblem.reading(path, code: code) }
    return bytes
  }
}
