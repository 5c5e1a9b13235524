/// What training did since an epoch: what a rise on the validation data is held against.
extension MeasuredRun {
  /// The share by which the smoothed training loss fell since an epoch; `nil` where none was logged.
  func trainingFall(since epoch: Double) -> Double? {
    guard let training = trainingLoss, let end = training.tail, let before = training.smoothedValue(at: epoch)
    else { return nil }
    return training.share(before - end, of: before)
  }

  /// Whether the model fits the training data worse too, so that the run has another problem: the loss rose by more
  /// than 2 % and twice its noise, or lost its ground, or the accuracy fell.
  func trainingGotWorse(since epoch: Double) -> Bool {
    if hasUnlearned(since: epoch) { return true }
    guard let training = trainingLoss, let fall = trainingFall(since: epoch),
      let before = training.smoothedValue(at: epoch)
    else { return false }
    return fall < -0.02 - 2 * training.noiseShare(of: before) || training.hasLostGround
  }

  /// Whether the training accuracy fell by more than 5 points and twice its noise: then the model fits the
  /// training data worse too, whatever their loss.
  private func hasUnlearned(since epoch: Double) -> Bool {
    guard let accuracy = trainingScore, accuracy.isAccuracy, let end = accuracy.tail,
      let before = accuracy.smoothedValue(at: epoch)
    else { return false }
    return before - end > max(0.05, 2 * accuracy.noise)
  }
}
