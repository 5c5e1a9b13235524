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
