#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file was not read or written, in words for its user: what is wrong, and what to do.
package struct FileProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case notFound
    case isFolder
    /// The file is there but cannot be opened, or is too large.
    case unreadable
    /// The file was opened, and reading it failed.
    case interrupted
    case unwritable
  }

  package let kind: Kind
  /// What is wrong, as the beginning of a sentence.
  package let problem: String
  /// What was found.
  package let found: String?
  /// What the user can do, as a whole sentence.
  package let advice: String?

  init(_ kind: Kind, _ problem: String, found: String? = nil, advice: String? = nil) {
    self.kind = kind
    self.problem = problem
    self.found = found
    self.advice = advice
  }

  package static func opening(_ path: String, _ error: SystemError) -> FileProblem {
    switch error.code {
    case ENOENT, ENOTDIR:
      FileProblem(
        .notFound, "there is no such file",
        advice: path.unicodeScalars.contains("\u{FFFD}")
          ? "A name that is not UTF-8 cannot be given: rename the file."
          : "Check the name and the folder it is in.")
    case EACCES, EPERM:
      FileProblem(.unreadable, "no permission to read the file", advice: "Check its permissions: ls -l.")
    default: FileProblem(.unreadable, "the file cannot be opened (\(error))")
    }
  }

  package static func reading(_ error: SystemError) -> FileProblem {
    error.code == EISDIR ? folder : FileProblem(.interrupted, "reading failed (\(error))")
  }

  package static func writing(_ error: SystemError) -> FileProblem {
    switch error.code {
    case EISDIR: folder
    case ENOENT, ENOTDIR:
      unwritable(error, advice: "Name another path: one of its folders cannot be made or is a file.")
    case EACCES, EPERM: unwritable(error, advice: "Check the permissions of the folder.")
    case ENOSPC, EDQUOT:
      unwritable(error, advice: "Free space on the disk; nothing was changed at this path.")
    default: unwritable(error, advice: nil)
    }
  }

  package static let folder = FileProblem(
    .isFolder, "this is a folder, not a file", advice: "Name the file in it.")

  private static func unwritable(_ error: SystemError, advice: String?) -> FileProblem {
    FileProblem(.unwritable, "the file cannot be written (\(error))", advice: advice)
  }
}
