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

  private func checkFolder(of output: Named) throws(OutputError) {
    let folder = FileIdentity.folder(of: output.path)
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(output, "there is no folder \(folder); create it first")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw OutputError(
        output, "nothing can be written in \(folder) (\(SystemReason())); name another folder")
    }
  }
}

/// A file of its own on the disk, whatever the path to it; devices are nobody's own.
struct FileIdentity: Equatable {
  private let folder: [UInt64]
  /// The name of a file that is not there yet.
  private let name: String?

  /// `nil` for what is no regular file and cannot become one.
  init?(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      name = nil
    } else {
      guard stat(Self.folder(of: path), &status) == 0 else { return nil }
      name = path.split(separator: "/").last.map(String.init)
    }
    folder = [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }

  /// The folder that a file is in, as a path.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Why the system refused the last call, in its words.
private struct SystemReason: CustomStringConvertible {
  let description = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
}

/// Why a file of results cannot be written.
struct OutputError: Error, CustomStringConvertible {
  let description: String

  init(_ output: OutputFiles.Named, _ problem: String) {
    description = "\(output.path.isEmpty ? "" : "\(output.path): ")\(output.option): \(problem)"
  }
}
