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
