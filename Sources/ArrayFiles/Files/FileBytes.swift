#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The whole content of a file, by one read.
///
/// Not mapped: a file that another process cuts short while it is mapped would end the program.
enum FileBytes {
  /// The most that is read from a pipe, whose size nobody knows beforehand.
  private static let longestPipe = 4 << 30

  /// - Throws: ``ArrayFileError`` `notFound`, `unreadable` or `isFolder`.
  static func contents(of path: String) throws(ArrayFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem.opening(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem.reading(path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let size = Int(status.st_size)
      guard MemoryBudget.holds(size) else {
        throw ArrayFileError(
          .unreadable, path: path, "the file is larger than the memory", found: "\(size) bytes")
      }
      return try bytes(of: descriptor, upTo: size, path)
    case S_IFDIR: throw FileProblem.folder(path)
    case S_IFIFO: return try drain(descriptor, path)
    default: throw ArrayFileError(.unreadable, path: path, "this is a device, not a file")
    }
  }

  /// As many bytes as there are, but no more than `size`.
  private static func bytes(
    of descriptor: Int32, upTo size: Int, _ path: String
  ) throws(ArrayFileError) -> [UInt8] {
    var code: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let piece = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if piece == 0 { break }
        if piece > 0 {
          count += piece
        } else if errno != EINTR {
          code = errno
          break
        }
      }
    }
    if let code { throw FileProblem.reading(path, code: code) }
    return bytes
  }

  private static func drain(_ descriptor: Int32, _ path: String) throws(ArrayFileError) -> [UInt8] {
    var whole: [UInt8] = []
    while true {
      let piece = try bytes(of: descriptor, upTo: 1 << 20, path)
      if piece.isEmpty { return whole }
      guard whole.count + piece.count <= longestPipe else {
        throw ArrayFileError(
          .unreadable, path: path, "the pipe brings more than 4 GiB", advice: "Write it to a file first.")
      }
      whole += piece
    }
  }
}
