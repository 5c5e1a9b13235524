import RunRecords

extension MeasuredRun {
  /// Whether a validation loss that lies below the training loss may do so because it leaves out a part of it: the log
  /// has the parts of the training loss and none of the other, which is not below what is left without the largest part.
  func lacksParts(of training: MeasuredCurve, in validation: MeasuredCurve) -> Bool {
    func parts(of curve: MeasuredCurve) -> [MetricSeries] {
      record.series.filter { series in
        series.metric.kind == .loss && series.split == curve.series.split
          && series.metric.name != curve.series.metric.name && series.count == curve.series.count
      }
    }
    guard parts(of: validation).isEmpty, let level = training.tail, let end = validation.tail else {
      return false
    }
    let levels = parts(of: training).compactMap { $0.values.suffix(training.tailCount).median() }
    // Parts that do not make up the total may be anything else.
    guard levels.count >= 2, let largest = levels.max(),
      abs(levels.reduce(0, +) - level) <= 0.05 * abs(level)
    else { return false }
    return end >= level - largest
  }
}
