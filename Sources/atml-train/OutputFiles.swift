import ATMLTrain

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files that a run will write, looked at before it begins: hours of training are not lost to a wrong name.
struct OutputFiles {
  /// A file by the option that names it.
  typealias Named = (option: String, path: String)

  /// A file to write, and what it may take the place of.
  struct Output {
    let file: Named
    let replaces: Replaceable
    /// What can be done where it cannot be written.
    var advice = "name another file"
  }

  enum Replaceable {
    case nothing
    case weights
    case anything
  }

  let outputs: [Output]
  let inputs: [Named]

  /// - Throws: ``OutputError`` for the first file that cannot be written, or must not be.
  func check() throws(OutputError) {
    for (index, output) in outputs.enumerated() {
      try checkWritable(output)
      let identity = FileIdentity(output.file.path)
      for other in inputs + outputs[..<index].map(\.file)
      where identity != nil && identity == FileIdentity(other.path) {
        throw OutputError(output.file, "\(other.option) is this file too; name another")
      }
    }
  }

  private func checkWritable(_ output: Output) throws(OutputError) {
    let file = output.file
    guard !file.path.isEmpty else { throw OutputError(file, "the name is empty; expected a file's") }
    let name = file.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !["", ".", ".."].contains(name) else { throw OutputError(file, Self.isFolder) }
    var status = stat()
    guard stat(file.path, &status) == 0 else {
      guard errno == ENOENT else { throw OutputError(file, "\(SystemReason()); \(output.advice)") }
      return try checkFolder(of: file)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw OutputError(file, Self.isFolder)
    case S_IFREG:
      if status.st_size > 0 { try checkReplaceable(output) }
      guard access(file.path, W_OK) == 0 else {
        throw OutputError(file, "\(SystemReason()); \(output.advice)")
      }
    default: break
    }
  }

  private static let isFolder = "this is a folder; name a file in it"

  private func checkReplaceable(_ output: Output) throws(OutputError) {
    let exists = "there is a file already"
    switch output.replaces {
    case .anything: return
    case .nothing: throw OutputError(output.file, "\(exists); name another, or replace it by --overwrite")
    case .weights:
      if (try? SafetensorsFile(contentsOf: output.file.path)) != nil { return }
      throw OutputError(
        output.file, "\(exists), which holds no weights; name another, or replace it by --overwrite")
    }
  }

  /// Folders on the way are made when the file is written: the first one that is there has to allow it.
  private func checkFolder(of file: Named) throws(OutputError) {
    var status = stat()
    let folder = FileIdentity.place(of: file.path, &status).folder
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(file, "\(folder) is no folder; name another path")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw OutputError(
        file, "nothing can be written in \(folder) (\(SystemReason())); name another folder")
    }
  }
}

/// Why the system refused the last call, in its words.
private struct SystemReason: CustomStringConvertible {
  let description = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
}
