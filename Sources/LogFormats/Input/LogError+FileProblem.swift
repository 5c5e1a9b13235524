import Files

extension LogError {
  /// What is wrong with a log's file, whatever is in it.
  init(_ problem: FileProblem, source: String) {
    let kind: Kind =
      switch problem.kind {
      case .notFound: .notFound
      case .interrupted: .interrupted
      case .isFolder, .unreadable, .unwritable: .unreadable
      }
    let advice =
      problem.kind == .isFolder
      ? "Name the log file in it, such as metrics.csv or results.csv." : problem.advice
    self.init(kind, source: source, problem.problem, found: problem.found, advice: advice)
  }
}
