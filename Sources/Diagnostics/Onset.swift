/// Where something begins, and how well that is known.
public struct Onset: Sendable, Hashable {
  /// The epoch (or step) in the log's own count.
  public let epoch: Double
  /// The epochs that explain the curve about as well.
  public let interval: ClosedRange<Double>

  public init(epoch: Double, interval: ClosedRange<Double>) {
    self.epoch = epoch
    self.interval = interval
  }
}
