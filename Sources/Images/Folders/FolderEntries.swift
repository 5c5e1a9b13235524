import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is in a folder, sorted by name, without hidden files; links are followed.
struct FolderEntries {
  /// A folder whatever the path to it.
  struct Identity: Hashable {
    let device: UInt64
    let node: UInt64
  }

  private(set) var files: [String] = []
  private(set) var folders: [(name: String, identity: Identity)] = []

  /// - Throws: ``ImageError``
  init(of path: String) throws(ImageError) {
    guard let folder = opendir(path) else { throw ImageError(openingFolder: path, SystemError(code: errno)) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name else {
        throw ImageError(
          .unreadable, path: path, "a file's name is not UTF-8", advice: "Rename the files of this folder.")
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw ImageError(.reading(SystemError(code: errno)), path: path) }
    // By bytes: the same order whatever the language of the system.
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names {
      var status = stat()
      // A link to nothing is neither a file nor a folder.
      guard stat(path + "/" + name, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(name)
      case S_IFDIR: folders.append((name, Identity(status)))
      default: continue
      }
    }
  }
}

extension FolderEntries.Identity {
  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    node = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// - Throws: ``ImageError``
  init(of path: String) throws(ImageError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ImageError(openingFolder: path, SystemError(code: errno)) }
    self.init(status)
  }
}
