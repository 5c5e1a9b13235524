import ATMLDiagnose
import ArgumentParser

/// Parameters of rules, and what makes the exit status 1.
struct RuleOptions: ParsableArguments {
  @OptionGroup
  var parameters: ParameterOptions

  @Option(
    name: .customLong("fail-on"),
    help: ArgumentHelp(
      "Exit with status 1 on findings of a severity (mild, moderate, severe) or worse, of a rule, or of a condition "
        + "such as overfitting. Repeatable.", valueName: "severity|rule"))
  var failOn: [String] = []

  func failureConditions(in book: RuleBook) throws -> [FailureCondition] {
    try failOn.map { text in
      guard let condition = FailureCondition(text, in: book) else {
        throw ValidationError(
          "--fail-on \(text): no severity, rule or condition of this name; severities: mild, moderate, severe; "
            + "conditions: \(Condition.allCases.map(\.rawValue).joined(separator: ", ")); "
            + "rules: see 'atml-diagnose rules'")
      }
      return condition
    }
  }
}

/// What makes the exit status 1.
enum FailureCondition: Sendable {
  case severity(Severity)
  case rule(String)
  case condition(Condition)

  init?(_ text: String, in book: RuleBook) {
    if let severity = Severity(rawValue: text) {
      self = .severity(severity)
    } else if let condition = Condition(rawValue: text) {
      self = .condition(condition)
    } else if book.card(for: text) != nil {
      self = .rule(text)
    } else {
      return nil
    }
  }

  /// The findings that meet the condition.
  func findings(in diagnosis: Diagnosis) -> [Finding] {
    diagnosis.findings.filter { finding in
      switch self {
      case .severity(let least): finding.severity >= least
      case .rule(let rule): finding.rule == rule
      case .condition(let condition): finding.condition == condition
      }
    }
  }
}
