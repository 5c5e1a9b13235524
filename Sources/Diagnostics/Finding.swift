/// A sign that a rule found in a run.
public struct Finding: Sendable {
  public let card: RuleCard
  public let evidence: Evidence

  public init(card: RuleCard, evidence: Evidence) {
    self.card = card
    self.evidence = evidence
  }

  public var rule: String { card.id }
  public var condition: Condition { card.condition }
  public var severity: Severity { evidence.severity }
  public var confidence: Double { evidence.confidence }

  /// What was found, as a sentence with its numbers.
  public var statement: Phrase { Phrase(evidence.statement ?? card.statement, evidence.measurements) }
}
