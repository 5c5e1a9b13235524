import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears whole or not at all.
struct OutputFile {
  let path: String

  /// Writes the bytes under another name in the same folder, then renames; folders on the way are
  /// created. A device or pipe is written to as it is.
  ///
  /// - Throws: ``ReportError/cannotWrite(path:reason:)``
  func write(_ bytes: [UInt8]) throws(ReportError) {
    do {
      try AtomicFile(path: path).replace(with: [bytes[...]], survivesPowerLoss: false)
    } catch {
      throw .cannotWrite(path: path, reason: reason(for: error))
    }
  }

  private func reason(for error: SystemError) -> String {
    switch error.code {
    case EACCES, EPERM: "permission denied"
    case ENOSPC, EDQUOT: "no space left on the device"
    case EROFS: "the file system is read-only"
    case ENOENT, ENOTDIR, EEXIST: "a folder of the path is missing or is a file"
    case ENAMETOOLONG, EILSEQ: "the name is not allowed"
    default: "the system refused (\(error))"
    }
  }
}
