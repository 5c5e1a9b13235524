/// Something the user can do about a finding, with the effect to expect and where that comes from.
public struct Remedy: Sendable, Hashable {
  /// A stable name for machines, such as `lower-learning-rate`.
  public let id: String
  /// What to do, verb first; `{id}` stands for a measurement of the finding.
  public let action: String
  /// What it may be expected to bring.
  public let effect: String
  public let citation: Citation
  /// The measurements that the action names, found once.
  let names: [String]

  public init(id: String, action: String, effect: String, citation: Citation) {
    names = Phrase.placeholders(in: action)
    self.id = id
    self.action = action
    self.effect = effect
    self.citation = citation
  }

  /// The remedy with the reason why it suits a finding; `{id}` stands for a measurement.
  public func because(_ reason: String) -> Prescription {
    Prescription(remedy: self, reason: reason)
  }
}

/// A remedy of a rule, with the reason why it suits the sign that the rule looks for.
public struct Prescription: Sendable, Hashable {
  public let remedy: Remedy
  public let reason: String
  /// The measurements that the action or the reason names, found once.
  let names: [String]

  public init(remedy: Remedy, reason: String) {
    self.remedy = remedy
    self.reason = reason
    names = remedy.names + Phrase.placeholders(in: reason)
  }
}

/// A remedy for one run, in the order in which to try it.
public struct RankedRemedy: Sendable, Hashable {
  public let remedy: Remedy
  public let action: Phrase
  public let reason: Phrase
  /// The rule whose finding asks for it; `nil` where only similar runs speak for it.
  public let rule: String?
  /// What it may bring, by what it brought similar runs; `nil` for a remedy that was not tried on them.
  public let outlook: RemedyOutlook?

  public init(remedy: Remedy, action: Phrase, reason: Phrase, rule: String?, outlook: RemedyOutlook? = nil) {
    self.remedy = remedy
    self.action = action
    self.reason = reason
    self.rule = rule
    self.outlook = outlook
  }
}
