import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension ImageError {
  /// What is wrong with an image's file, whatever is in it.
  init(_ problem: FileProblem, path: String) {
    self.init(
      problem.kind == .notFound ? .notFound : .unreadable, path: path, problem.problem,
      found: problem.found, advice: problem.advice)
  }

  /// Why a folder of images could not be opened.
  init(openingFolder path: String, _ error: SystemError) {
    let expected = "a folder with a folder of images for each class"
    switch error.code {
    case ENOENT:
      self.init(
        .notFound, path: path, "there is no such folder", found: "nothing", expected: expected,
        advice: "Check the name and the folder it is in.")
    case ENOTDIR: self.init(.unreadable, path: path, "not a folder", found: "a file", expected: expected)
    case EACCES, EPERM:
      self.init(
        .unreadable, path: path, "no permission to list the folder", advice: "Check its permissions: ls -ld.")
    default: self.init(.unreadable, path: path, "the folder cannot be opened (\(error))")
    }
  }
}
