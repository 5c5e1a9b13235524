/// A number of a rule that the user can set.
///
/// One line in a rule serves the command's `--set`, the documentation and the range check.
public struct RuleParameter<Owner>: Sendable {
  public let name: String
  public let keyPath: any WritableKeyPath<Owner, Double> & Sendable
  public let range: ClosedRange<Double>
  public let summary: String

  public init(
    _ name: String, _ keyPath: any WritableKeyPath<Owner, Double> & Sendable, in range: ClosedRange<Double>,
    _ summary: String
  ) {
    self.name = name
    self.keyPath = keyPath
    self.range = range
    self.summary = summary
  }
}
