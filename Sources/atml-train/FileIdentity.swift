#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of its own on the disk, whatever the path to it; a device is nobody's own.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let node: UInt64
  /// The way on from a folder to a file that is not there yet.
  private let rest: [Substring]

  /// `nil` for what is no regular file and cannot become one.
  init?(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      rest = []
    } else {
      rest = Self.place(of: path, &status).rest
      guard status.st_mode & S_IFMT == S_IFDIR else { return nil }
    }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// The innermost folder of a path that is there, with its status, and the names that follow it.
  static func place(of path: String, _ status: inout stat) -> (folder: String, rest: [Substring]) {
    var names = path.split(separator: "/")
    var rest: [Substring] = []
    let start = path.hasPrefix("/") ? "/" : "./"
    while let name = names.popLast() {
      rest.insert(name, at: 0)
      let folder = start + names.joined(separator: "/")
      if stat(folder, &status) == 0 { return (folder, rest) }
    }
    return (start, rest)
  }
}
