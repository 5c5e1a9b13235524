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

  let outputs: [Named]
  let inputs: [Named]
  /// Whether files that are there may be replaced.
  let replaces: Bool

  /// - Throws: ``OutputError`` for the first file that cannot be written, or must not be.
  func check() throws(OutputError) {
    for (index, output) in outputs.enumerated() {
      try checkWritable(output)
      let identity = FileIdentity(output.path)
      for other in inputs + outputs[..<index] where identity != nil && identity == FileIdentity(other.path) {
        throw OutputError(output, "\(other.option) is this file too; name another")
      }
    }
  }

  private func checkWritable(_ output: Named) throws(OutputError) {
    guard !output.path.isEmpty else { throw OutputError(output, "the name is empty; expected a file's") }
    var status = stat()
    guard stat(output.path, &status) == 0 else {
      guard errno == ENOENT else { throw OutputError(output, "\(SystemReason()); name another file") }
      return try checkFolder(of: output)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw OutputError(output, "this is a folder; name a file in it")
    case S_IFREG:
      guard replaces || status.st_size == 0 else {
        throw OutputError(output, "there is a file already; name another, or replace it by --overwrite")
      }
      guard access(output.path, W_OK) == 0 else {
        throw OutputError(output, "\(SystemReason()); name another file")
      }
    default: break
    }
  }

  /// Folders on the way are made when the file is written: the first one that is there has to allow it.
  private func checkFolder(of output: Named) throws(OutputError) {
    var status = stat()
    let folder = FileIdentity.place(of: output.path, &status).folder
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(output, "\(folder) is no folder; name another path")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw OutputError(
        output, "nothing can be written in \(folder) (\(SystemReason())); name another folder")
    }
  }
}

/// Why the system refused the last call, in its words.
private struct SystemReason: CustomStringConvertible {
  let description = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
}
