#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Errors of the file system as log errors.
enum FileProblem {
  static func opening(_ path: String, code: Int32) -> LogError {
    switch code {
    case ENOENT, ENOTDIR:
      LogError(
        .notFound, source: path, "there is no such file",
        advice: path.unicodeScalars.contains("\u{FFFD}")
          ? "A name that is not UTF-8 cannot be given: rename the file."
          : "Check the name and the folder it is in.")
    case EACCES, EPERM:
      LogError(
        .unreadable, source: path, "no permission to read the file", advice: "Check its permissions: ls -l.")
    default: LogError(.unreadable, source: path, "the file cannot be opened (\(text(code)))")
    }
  }

  static func reading(_ source: String, code: Int32) -> LogError {
    code == EISDIR ? folder(source) : LogError(.interrupted, source: source, "reading failed (\(text(code)))")
  }

  static func folder(_ path: String) -> LogError {
    LogError(
      .unreadable, source: path, "this is a folder, not a file",
      advice: "Name the log file in it, such as metrics.csv or results.csv.")
  }

  private static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
