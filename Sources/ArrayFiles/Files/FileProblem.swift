#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Errors of the file system as ``ArrayFileError``.
enum FileProblem {
  static func opening(_ path: String, code: Int32) -> ArrayFileError {
    switch code {
    case ENOENT, ENOTDIR:
      ArrayFileError(
        .notFound, path: path, "there is no such file", advice: "Check the name and the folder it is in.")
    case EACCES, EPERM:
      ArrayFileError(
        .unreadable, path: path, "no permission to read the file", advice: "Check its permissions: ls -l.")
    default: ArrayFileError(.unreadable, path: path, "the file cannot be opened (\(text(code)))")
    }
  }

  static func reading(_ path: String, code: Int32) -> ArrayFileError {
    ArrayFileError(.unreadable, path: path, "reading failed (\(text(code)))")
  }

  static func folder(_ path: String) -> ArrayFileError {
    ArrayFileError(
      .isFolder, path: path, "this is a folder, not a file", advice: "Name the file in it.")
  }

  static func writing(_ path: String, code: Int32) -> ArrayFileError {
    let advice: String? =
      switch code {
      case ENOENT, ENOTDIR: "Create the folder first."
      case EACCES, EPERM: "Check the permissions of the folder."
      case ENOSPC, EDQUOT: "Free space on the disk; nothing was changed at this path."
      default: nil
      }
    return ArrayFileError(
      .unwritable, path: path, "the file cannot be written (\(text(code)))", advice: advice)
  }

  private static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
