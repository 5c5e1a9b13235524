#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that is new or empty, for files that replace none.
struct OutputFolder {
  let path: String

  /// Makes the folder with those above it, or takes the one that is there and empty.
  ///
  /// - Throws: ``PetDrawingError`` `folderNotEmpty` or `notWritable`.
  init(claiming path: String) throws(PetDrawingError) {
    try Self.make(path)
    self.path = path
    guard let listing = opendir(path) else { throw .notWritable(path: path, reason: Self.systemReason) }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name == "." || name == ".." else { throw .folderNotEmpty(path: path) }
    }
  }

  /// Makes a folder inside this one.
  func makeFolder(_ name: String) throws(PetDrawingError) {
    try Self.make(path + "/" + name)
  }

  /// Writes a file that does not exist yet.
  func create(_ name: String, _ bytes: [UInt8]) throws(PetDrawingError) {
    let file = path + "/" + name
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .notWritable(path: file, reason: Self.systemReason) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        let reason = Self.systemReason
        close(descriptor)
        throw .notWritable(path: file, reason: reason)
      }
    }
    // Some file systems tell only now that there was no space.
    guard close(descriptor) == 0 else { throw .notWritable(path: file, reason: Self.systemReason) }
  }

  private static func make(_ path: String) throws(PetDrawingError) {
    var place = path.startIndex
    while place < path.endIndex {
      place = path[path.index(after: place)...].firstIndex(of: "/") ?? path.endIndex
      guard mkdir(String(path[..<place]), 0o755) == 0 || errno == EEXIST else {
        throw .notWritable(path: path, reason: systemReason)
      }
    }
  }

  private static var systemReason: String {
    let code = errno
    return strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
