import ArrayFiles

extension LogError {
  /// What is wrong with a file of arrays.
  init(_ error: ArrayFileError, source: String) {
    let kind: Kind =
      switch error.kind {
      case .notFound: .notFound
      case .unreadable, .isFolder, .unwritable: .unreadable
      case .unsupported: .unrecognized
      case .truncated, .malformed, .unknownName: .malformed
      }
    var problem = error.member.map { "array \"\($0)\": " } ?? ""
    problem += error.problem
    if case .byte(let offset) = error.place { problem += " at byte \(offset)" }
    let clauses = [error.found.map { "found \($0)" }, error.expected.map { "expected \($0)" }]
      .compactMap { $0 }
    if !clauses.isEmpty { problem += ": " + clauses.joined(separator: ", ") }
    let advice =
      error.kind == .unsupported ? "Save each curve as numbers: \(NumPyMembers.savez)." : error.advice
    self.init(kind, source: source, problem, advice: advice)
  }
}
