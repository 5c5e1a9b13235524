/// How the learning rate changes while a network is trained.
///
/// A schedule keeps nothing between calls: its answer follows from what it is given, so that a resumed run goes
/// on as an unbroken one.
///
/// ```swift
/// let schedule: any Schedule = .warmUp(epochs: 3, then: .cosine(epochs: 27))
/// optimizer.learningRate = schedule.learningRate(at: epoch, from: 0.1)
/// ```
public protocol Schedule: Sendable {
  /// The learning rate of an epoch.
  ///
  /// - Parameters:
  ///   - epoch: how many epochs are done; 0 at first. It may count steps instead, if the schedule does.
  ///   - initial: the learning rate that training was asked for.
  ///   - metrics: what was measured after each epoch done, such as the validation loss, for schedules that ask.
  func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float
}

extension Schedule {
  /// The learning rate of an epoch, by a schedule that asks for no measurements.
  public func learningRate(at epoch: Int, from initial: Float) -> Float {
    learningRate(at: epoch, from: initial, after: [])
  }
}
