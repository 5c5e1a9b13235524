import Files
import Texts

/// A folder in which logs may be: the names in it, in the order in which people count.
public struct LogFolder: Sendable {
  /// The path as the user named it, without a slash at its end.
  public let path: String
  /// The folder's own name.
  public let name: String
  /// The names of its files; hidden ones are left out.
  public let files: [String]
  /// The names of the folders in it; hidden ones and links to folders are left out, so that nothing is found twice
  /// and no walk goes round in circles.
  public let folders: [String]

  /// Lists a folder.
  ///
  /// - Throws: ``LogError`` `notFound` or `unreadable`.
  public init(path: String) throws(LogError) {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    let entries: FolderEntries
    do {
      entries = try FolderEntries(of: root)
    } catch {
      throw LogError(.opening(root, error), source: path)
    }
    self.path = root
    name = root.split(separator: "/").last.map(String.init) ?? root
    files = NaturalOrder.sorted(entries.files)
    folders = NaturalOrder.sorted(entries.folders.map(\.name).filter { !LogFolder.isLink(root + "/" + $0) })
  }

  /// The path of a file or folder in it.
  public func path(of name: String) -> String { path == "/" ? "/" + name : path + "/" + name }

  /// A folder in this one; `nil` if there is none of this name, or it cannot be listed.
  public func folder(_ name: String) -> LogFolder? {
    folders.contains(name) ? try? LogFolder(path: path(of: name)) : nil
  }

  public func has(_ file: String) -> Bool { files.contains(file) }

  /// The folders in it that can be listed, but for those of these names.
  func folders(besides names: some Sequence<String>) -> [LogFolder] {
    let names = Set(names)
    return folders.filter { !names.contains($0) }.compactMap { folder($0) }
  }

  /// The names of its event files of TensorBoard.
  var eventFiles: [String] { files.filter { EventFolders.isEventFile($0) } }
}
