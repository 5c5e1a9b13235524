/// One measured number of a finding, beside the threshold it was held against.
public struct Measurement: Sendable, Hashable {
  /// What the number counts, which decides how it is written.
  public enum Quantity: String, Sendable, Hashable, Codable, CaseIterable {
    /// A value of the loss, in the log's own unit.
    case loss
    /// A value of the judged metric, in that metric's unit.
    case score
    /// A share or a relative change, written in percent.
    case share
    /// A position on the run's axis; the sentence says `epoch` right before it.
    case epoch
    /// A number of epochs (or steps), written as a number; the sentence says `epochs` right after it.
    case epochs
    /// A value of the hyperparameter that a run is over.
    case value
    case count
    /// A plain number.
    case number
  }

  /// The bound that a measured number was held against.
  public enum Threshold: Sendable, Hashable {
    case above(Double)
    case below(Double)
  }

  /// The name that a finding's sentence refers to it by, such as `rise`.
  public let id: String
  /// The name in words, for the table of evidence.
  public let title: String
  public let value: Double
  public let quantity: Quantity
  public let threshold: Threshold?

  public init(
    _ id: String, _ title: String, _ value: Double, _ quantity: Quantity, _ threshold: Threshold? = nil
  ) {
    self.id = id
    self.title = title
    self.value = value
    self.quantity = quantity
    self.threshold = threshold
  }
}
