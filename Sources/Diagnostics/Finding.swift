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
  /// The rules that see what no signals have to confirm: values that are not finite, and levels so far beyond any sound
  /// run that none of those the scorecards were fitted to has them.
  private static let factual: Set = [
    NonFiniteValues.card.id, LossBeyondGuessing.card.id, ThrownOutAtOnce.card.id,
  ]

  /// Whether the finding is a fact by itself, whatever the signals of the whole run say.
  var isFact: Bool { Self.factual.contains(rule) }

  /// Whether the finding is plain to see and at least even, whatever the signals say: that every input gets the same
  /// answer, or that the training loss ends at twice its first value. The runs that the scorecards know hardly ever have
  /// classes as unequal as the first takes, or a loss that climbs as slowly as the second may.
  var isPlain: Bool {
    if rule == AccuracyNeverChanges.card.id { return true }
    guard rule == ExplodingLoss.card.id, let growth = evidence[ExplodingLoss.endOverFirst] else {
      return false
    }
    return growth.value >= 2 && growth.threshold != nil
  }

  /// The finding with the confidence that the signals of the whole run give its condition.
  ///
  /// Facts and conditions that are not weighed keep their rule's confidence. A log that is too short for a judgement
  /// stays so.
  func weighed(by weighing: Weighing, in run: MeasuredRun) -> Finding {
    guard !isFact, let judgement = Judgement(condition) else { return self }
    let least = isPlain ? Precedence.leastConfidence : 0
    let confidence = min(max(weighing.confidence(in: judgement), least), run.highestConfidence())
    return Finding(card: card, evidence: evidence.with(confidence: confidence))
  }
}
