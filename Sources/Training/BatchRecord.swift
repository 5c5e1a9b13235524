/// What one step of training came to.
public struct BatchRecord: Sendable, Hashable {
  /// The epoch's number, from 1.
  public var epoch: Int
  /// The batch's number in its epoch, from 1.
  public var batch: Int
  /// The number of batches in an epoch.
  public var batchCount: Int
  /// The loss of this batch.
  public var loss: Double
}
