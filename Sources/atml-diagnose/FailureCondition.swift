import ATMLDiagnose

/// What makes the exit status 1.
enum FailureCondition: Sendable {
  case severity(Severity)
  case rule(String)
  case condition(Condition)
  case verdict(Verdict)

  init?(_ text: String, in book: RuleBook) {
    if let severity = Severity(rawValue: text) {
      self = .severity(severity)
    } else if let condition = Condition(rawValue: text) {
      self = .condition(condition)
    } else if let verdict = Verdict.allCases.first(where: { [$0.rawValue, Self.name(of: $0)].contains(text) })
    {
      self = .verdict(verdict)
    } else if book.card(for: text) != nil {
      self = .rule(text)
    } else {
      return nil
    }
  }

  /// A verdict in one word, which needs no quotes in a shell.
  static func name(of verdict: Verdict) -> String { verdict.rawValue.replacing(" ", with: "-") }

  /// What of a diagnosis meets the condition, in words: the findings by their rules, or the verdict; empty if it is not
  /// met.
  func causes(in diagnosis: Diagnosis) -> [String] {
    let rules = diagnosis.findings.filter(matches).map(\.rule)
    return rules.isEmpty && verdict == diagnosis.verdict
      ? ["the verdict \(diagnosis.verdict.rawValue)"] : rules
  }

  private func matches(_ finding: Finding) -> Bool {
    switch self {
    case .severity(let least): finding.severity >= least
    case .rule(let rule): finding.rule == rule
    case .condition(let condition): finding.condition == condition
    case .verdict: false
    }
  }

  /// The verdict that meets the condition whichever findings it rests on, if any.
  private var verdict: Verdict? {
    switch self {
    case .severity, .rule: nil
    // Miscalibration is but one of the ways to overfit.
    case .condition(.miscalibration): nil
    case .condition(let condition): Judgement(condition)?.verdict
    case .verdict(let verdict): verdict
    }
  }
}
