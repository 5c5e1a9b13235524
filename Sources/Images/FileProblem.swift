#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Errors of the file system as image errors.
enum FileProblem {
  static func opening(_ path: String, code: Int32) -> ImageError {
    switch code {
    case ENOENT, ENOTDIR:
      ImageError(.notFound, path: path, "there is no such file", advice: "Check the name and its folder.")
    case EACCES, EPERM:
      ImageError(
        .unreadable, path: path, "no permission to read the file", advice: "Check its permissions: ls -l.")
    default: ImageError(.unreadable, path: path, "the file cannot be opened (\(text(code)))")
    }
  }

  static func openingFolder(_ path: String, code: Int32) -> ImageError {
    let expected = "a folder with a folder of images for each class"
    return switch code {
    case ENOENT:
      ImageError(
        .notFound, path: path, "there is no such folder", found: "nothing", expected: expected,
        advice: "Check the name and the folder it is in.")
    case ENOTDIR: ImageError(.unreadable, path: path, "not a folder", found: "a file", expected: expected)
    case EACCES, EPERM:
      ImageError(
        .unreadable, path: path, "no permission to list the folder", advice: "Check its permissions: ls -ld.")
    default: ImageError(.unreadable, path: path, "the folder cannot be opened (\(text(code)))")
    }
  }

  static func reading(_ path: String, code: Int32) -> ImageError {
    ImageError(.unreadable, path: path, "reading failed (\(text(code)))")
  }

  private static func text(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
