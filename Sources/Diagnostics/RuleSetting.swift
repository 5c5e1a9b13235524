/// A parameter of a rule as a book holds it.
public struct RuleSetting: Sendable, Hashable {
  /// The name after the rule's, such as `tolerance`.
  public let name: String
  public let value: Double
  public let standard: Double
  public let range: ClosedRange<Double>
  public let summary: String
}
