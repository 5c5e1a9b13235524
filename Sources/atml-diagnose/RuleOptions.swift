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
        + "such as overfitting, and on a verdict such as overfitting, diverged or inconclusive. Repeatable.",
      valueName: "severity|rule|condition|verdict"))
  var failOn: [String] = []

  func failureConditions(in book: RuleBook) throws -> [FailureCondition] {
    try failOn.map { text in
      guard let condition = FailureCondition(text, in: book) else {
        throw ValidationError(
          "--fail-on \(text): no severity, rule, condition or verdict of this name; severities: mild, moderate, severe; "
            + "conditions: \(Condition.allCases.map(\.rawValue).joined(separator: ", ")); "
            + "verdicts: \(Verdict.allCases.map(FailureCondition.name(of:)).joined(separator: ", ")); "
            + "rules: see 'atml-diagnose rules'")
      }
      return condition
    }
  }
}
