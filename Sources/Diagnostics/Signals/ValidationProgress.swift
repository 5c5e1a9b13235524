extension MeasuredRun {
  /// Whether validation loss ends at its best and below its first value: whatever lifts the training loss, such as
  /// stronger augmentation, the model gets better.
  var validationImproves: Bool {
    guard let curve = validationLoss, let first = curve.values.first, let end = curve.tail,
      let worsening = curve.worsening
    else { return false }
    return end < first && worsening.share <= max(0.02, worsening.error)
  }

  /// Whether validation loss was lowest before the last tenth of the run, or has stood still over its last third: near
  /// its best and without a fall that is more than chance and more than a hundredth.
  var validationHasStopped: Bool {
    guard let curve = validationLoss, let best = curve.bestIndex else { return false }
    if best < curve.count - max(curve.count / 10, 1) { return true }
    let start = curve.count * 2 / 3
    guard let settled = curve.settledIndex(within: 0.05), settled <= start else { return false }
    let late = ThinnedPoints(
      epochs: Array(curve.epochs[start...]), values: Array(curve.values[start...]), limit: 100)
    let fall = curve.share(curve.smoothed[start] - curve.smoothed[curve.count - 1], of: curve.smoothed[start])
    return fall < 0.01 || !MannKendallTest(late.values).falls(beyond: MannKendallTest.deviateOf95Percent)
  }
}
