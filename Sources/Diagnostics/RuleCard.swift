/// What a rule is, as data: its examples are tests, `explain` prints it, its page is made from it.
public final class RuleCard: Sendable {
  /// The sign that the rule looks for, such as `rising-validation-loss`.
  public let id: String
  public let title: String
  public let condition: Condition
  /// The sentence of a finding; `{id}` stands for a measurement of its evidence.
  public let statement: String
  /// Why the sign means what the rule says, in a few sentences.
  public let rationale: String
  public let citations: [Citation]
  /// What to do about it, the most useful first.
  public let remedies: [Prescription]
  public let fires: [RuleExample]
  public let staysSilent: [RuleExample]

  public init(
    id: String, title: String, condition: Condition, statement: String, rationale: String,
    citations: [Citation], remedies: [Prescription], fires: [RuleExample], staysSilent: [RuleExample]
  ) {
    self.id = id
    self.title = title
    self.condition = condition
    self.statement = statement
    self.rationale = rationale
    self.citations = citations
    self.remedies = remedies
    self.fires = fires
    self.staysSilent = staysSilent
  }
}
