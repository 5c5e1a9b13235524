import RunRecords

/// The verdict on a run, the findings behind it, the epoch to keep and what to do next.
///
/// Everything that is printed or drawn comes from this value; nothing is measured again.
public struct Diagnosis: Sendable {
  /// A finding that another one explains away.
  public struct SetAside: Sendable {
    public let finding: Finding
    /// The rule whose finding takes its place; `signals` where those of the whole run make it unlikely.
    public let by: String
    public let reason: String

    public init(finding: Finding, by: String, reason: String) {
      self.finding = finding
      self.by = by
      self.reason = reason
    }
  }

  /// A rule that could not judge, and what it would have needed.
  public struct NotAssessed: Sendable {
    public let rule: String
    public let title: String
    public let reason: String

    public init(rule: String, title: String, reason: String) {
      self.rule = rule
      self.title = title
      self.reason = reason
    }
  }

  /// The epoch whose checkpoint to keep.
  public struct KeptEpoch: Sendable, Hashable {
    /// The epoch (or step) in the log's own count.
    public let epoch: Double
    /// The name of the series that chose it, as the log wrote it.
    public let series: String
    /// The value logged at that epoch.
    public let value: Double
    public let reason: Phrase

    public init(epoch: Double, series: String, value: Double, reason: Phrase) {
      self.epoch = epoch
      self.series = series
      self.value = value
      self.reason = reason
    }
  }

  public let run: RunRecord
  public let verdict: Verdict
  /// How sure the verdict is, from 0 to 1; 1 for `inconclusive`, since that the log cannot tell is a fact.
  public let confidence: Double
  /// The finding that decided the verdict, or that shows it best; `nil` for a good fit, where the run is inconclusive,
  /// and where the signals speak for what no rule found alone.
  public let decidedBy: Finding?
  /// Why the verdict is what it is, in a sentence.
  public let reason: Phrase
  /// The findings that stand, the most important first.
  public let findings: [Finding]
  public let setAside: [SetAside]
  public let notAssessed: [NotAssessed]
  public let keep: KeptEpoch?
  public let remedies: [RankedRemedy]
  /// How likely each judgement is by the signals; `nil` where too few epochs have a validation loss.
  public let weighing: Weighing?
  /// The curves as they were measured, the judged losses and scores first.
  public let curves: [MeasuredCurve]
  /// The level that a model reaches without learning anything, if it is known.
  public let chance: ChanceLevel?
  /// What to know about how the log was read and judged.
  public let notes: [RunNote]

  public init(
    run: RunRecord, verdict: Verdict, confidence: Double, decidedBy: Finding?, reason: Phrase,
    findings: [Finding], setAside: [SetAside], notAssessed: [NotAssessed], keep: KeptEpoch?,
    remedies: [RankedRemedy], weighing: Weighing? = nil, curves: [MeasuredCurve], chance: ChanceLevel?,
    notes: [RunNote]
  ) {
    self.run = run
    self.verdict = verdict
    self.confidence = confidence
    self.decidedBy = decidedBy
    self.reason = reason
    self.findings = findings
    self.setAside = setAside
    self.notAssessed = notAssessed
    self.keep = keep
    self.remedies = remedies
    self.weighing = weighing
    self.curves = curves
    self.chance = chance
    self.notes = notes
  }

  /// Whether a finding of a condition stands, or the verdict is that of the condition, whatever it rests on.
  ///
  /// A run that overfits by its loss alone, or by a gap, is flagged for `.overfitting` too; for `.miscalibration` only one
  /// of which a finding says so.
  public func flags(_ condition: Condition) -> Bool {
    findings.contains { $0.condition == condition }
      || condition != .miscalibration && Judgement(condition)?.verdict == verdict
  }
}
