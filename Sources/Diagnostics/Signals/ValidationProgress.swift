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
  /// its best and without a trend.
  var validationHasStopped: Bool {
    guard let curve = validationLoss, let best = curve.bestIndex else { return false }
    if best < curve.count - max(curve.count / 10, 1) { return true }
    let start = curve.count * 2 / 3
    guard let settled = curve.settledIndex(within: 0.05), settled <= start else { return false }
    let late = ThinnedPoints(
      epochs: Array(curve.epochs[start...]), values: Array(curve.values[start...]), limit: 100)
    return !MannKendallTest(late.values).falls(beyond: 1.64)
  }
}
