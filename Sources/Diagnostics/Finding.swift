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

extension Finding {
  /// The finding with the confidence that the signals of the whole run give its condition.
  ///
  /// That values are not finite is a fact, and conditions that are not weighed keep their rule's confidence. A log that
  /// is too short for a judgement stays so.
  func weighed(by weighing: Weighing, in run: MeasuredRun) -> Finding {
    guard rule != NonFiniteValues.card.id, let judgement = Judgement(condition) else { return self }
    let confidence = min(weighing.confidence(in: judgement), run.highestConfidence())
    return Finding(card: card, evidence: evidence.with(confidence: confidence))
  }
}
