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
    // Beyond its last value nothing is known of the training loss.
    let last = training.epochs[training.count - 1]
    let count = validation.epochs.prefix { $0 <= last }.count
    epochs = Array(validation.epochs.prefix(count))
    guard count >= 2 else { return nil }
    var place = 0
    let shares = zip(epochs, validation.smoothed).map { epoch, loss in
      // Both count their epochs upwards, so that nothing has to be searched.
      while place + 1 < training.count, training.epochs[place + 1] <= epoch { place += 1 }
      let level = training.smoothed[place]
      let next = isRunning ? training.smoothed[min(place + 1, training.count - 1)] : level
      return (loss - (level + next) / 2) / loss
    }
    guard let end = shares.suffix(validation.tailCount).median() else { return nil }
    self.shares = shares
    self.end = end
  }

  /// Whether the gap grows from an index on, with 95 % confidence.
  func grows(from start: Int) -> Bool {
    let points = ThinnedPoints(epochs: Array(epochs[start...]), values: Array(shares[start...]), limit: 100)
    return MannKendallTest(points.values).rises(beyond: MannKendallTest.deviateOf95Percent)
  }
}
