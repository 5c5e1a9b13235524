import ATMLDiagnose
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that a command reads, so that nothing that it writes takes the place of one.
///
/// Files are told apart by what they are on the disk: another path, a link or a second name leads to the same file.
package struct InputFiles: Sendable {
  private var files: [FolderEntries.Identity: String] = [:]
  private var folders: [FolderEntries.Identity: String] = [:]

  package init() {}

  /// Takes a file, or a folder of whose files those that are logs count.
  ///
  /// - Parameter role: What the file is to the command, such as `the log itself`.
  package mutating func add(_ path: String, as role: String) {
    guard let identity = try? FolderEntries.Identity(of: path) else { return }
    switch FileKind(path) {
    case .file: files[identity] = role
    case .folder: folders[identity] = path
    case .stream, .absent: return
    }
  }

  /// Takes the file that standard input was opened for, if it is one.
  package mutating func addStandardInput(as role: String) {
    guard let identity = try? FolderEntries.Identity(of: OpenFile(descriptor: 0)) else { return }
    files[identity] = role
  }

  /// What would be lost if a path was written to; `nil` if it is none of the files.
  package func role(of output: String) -> String? {
    guard FileKind(output) == .file, let identity = try? FolderEntries.Identity(of: output) else {
      return nil
    }
    if let role = files[identity] { return role }
    guard !folders.isEmpty, FormatShelf.standard.isLog(output) else { return nil }
    return folder(of: output).map { "a log in \($0)" }
  }

  /// The folder of the input that a file is in, or in a folder of which.
  private func folder(of file: String) -> String? {
    guard let resolved = realpath(file, nil) else { return nil }
    defer { free(resolved) }
    var names = String(cString: resolved).split(separator: "/")
    while names.popLast() != nil {
      let path = "/" + names.joined(separator: "/")
      if let identity = try? FolderEntries.Identity(of: path), let folder = folders[identity] {
        return folder
      }
    }
    return nil
  }
}
