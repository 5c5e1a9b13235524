#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder that a file is in, or is to be in.
package struct FolderPath: Sendable {
  /// The path with a slash at its end.
  let path: String

  package init(of file: String) {
    path = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
  }

  /// Makes the folder and those that it is in; what is there already is left as it is.
  ///
  /// - Throws: ``SystemError``, `ENOTDIR` where a file stands in the place of a folder on the way.
  package func create() throws(SystemError) {
    if access(path, F_OK) == 0 || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = FolderPath(of: String(path.reversed().drop { $0 == "/" }.reversed()))
    guard errno == ENOENT, parent.path.count < path.count else { throw .last }
    try parent.create()
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }
}
