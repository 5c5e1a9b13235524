/// Looks at a run for one sign.
///
/// A rule is one file in `Rules/` and one line in ``RuleBook/standard``.
public protocol Rule: Sendable {
  static var card: RuleCard { get }
  static var parameters: [RuleParameter<Self>] { get }
  /// Whether the sign can be seen in a curve over models, such as those of growing training sets.
  static var readsCurvesOverModels: Bool { get }

  /// Creates the rule with its standard parameters.
  init()

  /// Looks for the sign in a run whose noise, best epochs and trends are measured already.
  func examine(_ run: MeasuredRun) -> RuleOutcome
}

extension Rule {
  public static var parameters: [RuleParameter<Self>] { [] }
  public static var readsCurvesOverModels: Bool { false }
}

/// What a rule has to say about a run.
public enum RuleOutcome: Sendable {
  case found(Evidence)
  case notFound
  /// The log does not hold what the rule needs; the text says what is missing.
  case notAssessable(String)
}
