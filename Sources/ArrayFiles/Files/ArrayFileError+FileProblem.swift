import Files

extension ArrayFileError {
  /// What is wrong with a file of numbers, whatever is in it.
  init(_ problem: FileProblem, path: String) {
    let kind: Kind =
      switch problem.kind {
      case .notFound: .notFound
      case .isFolder: .isFolder
      case .unreadable, .interrupted: .unreadable
      case .unwritable: .unwritable
      }
    self.init(kind, path: path, problem.problem, found: problem.found, advice: problem.advice)
  }
}
