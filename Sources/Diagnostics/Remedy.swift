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
