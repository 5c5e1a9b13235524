/// The distance of the validation loss above the training loss, epoch by epoch.
struct LossGap: Sendable {
  /// The epochs at which a validation value was logged.
  let epochs: [Double]
  /// (validation - training) / validation of the smoothed curves, below 1 where both are positive.
  let shares: [Double]
  /// The median of the last values.
  let end: Double

  /// Compares smoothed losses; `nil` where one is missing, too short or not positive.
  ///
  /// A running mean over an epoch stands for the model of half an epoch earlier: such a training loss is
  /// taken between its neighbours, half an epoch later, where the run says how it was taken.
  init?(training: MeasuredCurve?, validation: MeasuredCurve?, isRunning: Bool) {
    guard let training, let validation, training.isPositive, validation.isPositive, training.count >= 2,
      validation.count >= 2
    else { return nil }
    epochs = validation.epochs
    let shares = zip(validation.epochs, validation.smoothed).map { epoch, loss in
      (loss - training.level(at: epoch, isRunning: isRunning)) / loss
    }
    guard let end = shares.suffix(validation.tailCount).median() else { return nil }
    self.shares = shares
    self.end = end
  }

  /// Whether the gap grows from an index on, with 95 % confidence.
  func grows(from start: Int) -> Bool {
    let points = ThinnedPoints(epochs: Array(epochs[start...]), values: Array(shares[start...]), limit: 100)
    return MannKendallTest(points.values).rises(beyond: 1.64)
  }
}

extension MeasuredCurve {
  /// The smoothed value at an epoch; for a running mean, the mean of it and of the next one.
  fileprivate func level(at epoch: Double, isRunning: Bool) -> Double {
    guard let index = index(at: epoch) else { return 0 }
    return isRunning ? (smoothed[index] + smoothed[min(index + 1, count - 1)]) / 2 : smoothed[index]
  }
}
