/// Why a parameter could not be set.
public enum RuleBookError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not of the form `rule.parameter`.
  case malformed(String)
  /// No rule has this name; the nearest names are listed.
  case unknownRule(String, nearest: [String])
  /// The rule has no such parameter; those that it has are listed.
  case unknownParameter(String, rule: String, known: [String])
  /// The value lies outside the parameter's range, or is not a number.
  case outOfRange(Double, parameter: String, range: ClosedRange<Double>)

  public var description: String {
    switch self {
    case .malformed(let text):
      "'\(text)' is not of the form rule.parameter, as in rising-validation-loss.tolerance"
    case .unknownRule(let rule, let nearest):
      "there is no rule '\(rule)'; the nearest are \(nearest.joined(separator: ", "))"
    case .unknownParameter(let name, let rule, let known):
      known.isEmpty
        ? "the rule \(rule) has no parameters"
        : "the rule \(rule) has no parameter '\(name)'; it has \(known.joined(separator: ", "))"
    case .outOfRange(let value, let parameter, let range):
      "\(parameter) cannot be \(value): it goes from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
