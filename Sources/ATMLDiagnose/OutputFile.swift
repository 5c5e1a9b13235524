#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
    // A link stays a link, and the file that it stands for is replaced.
    let url = URL(filePath: target)
    do {
      let folder = url.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: isReplaceable ? .atomic : [])
    } catch {
      throw .cannotWrite(path: path, reason: reason(for: error))
    }
  }

  /// The file that the path stands for, all links followed; the path itself if there is none yet.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether there is nothing at the path yet, or a plain file.
  private var isReplaceable: Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG
  }

  private func reason(for error: any Error) -> String {
    guard let error = error as? CocoaError else { return "\(error)" }
    switch error.code {
    case .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left on the device"
    case .fileWriteVolumeReadOnly: return "the file system is read-only"
    case .fileNoSuchFile, .fileWriteFileExists: return "a folder of the path is missing or is a file"
    case .fileWriteInvalidFileName: return "the name is not allowed"
    default: return "the system refused (\(error.code.rawValue))"
    }
  }
}
