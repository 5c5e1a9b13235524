#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is in a folder, sorted by name, without hidden files; links are followed.
package struct FolderEntries: Sendable {
  /// A file or folder whatever the path to it.
  package struct Identity: Sendable, Hashable {
    private let device: UInt64
    private let node: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      node = UInt64(truncatingIfNeeded: status.st_ino)
    }

    /// - Throws: ``SystemError``
    package init(of path: String) throws(SystemError) {
      var status = stat()
      guard stat(path, &status) == 0 else { throw .last }
      self.init(status)
    }

    /// - Throws: ``SystemError``
    package init(of file: OpenFile) throws(SystemError) {
      self.init(try file.status())
    }
  }

  package private(set) var files: [String] = []
  package private(set) var folders: [(name: String, identity: Identity)] = []
  /// How many entries were passed over because their names are not UTF-8.
  package private(set) var unreadableNames = 0

  /// - Throws: ``SystemError``, `ENOTDIR` for a file.
  package init(of path: String) throws(SystemError) {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var entries: [(name: String, type: UInt8)] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name {
        if !name.hasPrefix(".") { entries.append((name, entry.pointee.d_type)) }
      } else {
        unreadableNames += 1
      }
      errno = 0
    }
    guard errno == 0 else { throw .last }
    // By bytes: the same order whatever the language of the system.
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for entry in entries { add(entry.name, type: entry.type, in: path) }
  }

  private mutating func add(_ name: String, type: UInt8, in path: String) {
    // What the folder itself says of a plain file spares a call to the system for each.
    if type == UInt8(DT_REG) {
      files.append(name)
      return
    }
    var status = stat()
    // A link to nothing is neither a file nor a folder.
    guard stat(path + "/" + name, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: files.append(name)
    case S_IFDIR: folders.append((name, Identity(status)))
    default: return
    }
  }
}
