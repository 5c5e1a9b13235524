import RunRecords

extension MeasuredRun {
  /// Whether a learning rate was logged and ended at a hundredth of its highest value or below: further epochs would
  /// hardly take a step.
  var rateHasDecayed: Bool {
    let rate = record.series.first { $0.metric.kind == .learningRate }
    guard let values = rate?.values.filter(\.isFinite), let highest = values.max(), let last = values.last,
      highest > 0
    else { return false }
    return last <= 0.01 * highest
  }
}
