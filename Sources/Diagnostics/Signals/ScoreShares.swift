import RunRecords

extension MeasuredCurve {
  /// Whether the values are shares of what could be reached: by their unit, or scores that stay between 0 and 1.
  var isShare: Bool {
    isHigherBetter
      && (series.metric.unit == .fraction
        || series.metric.kind == .score && values.allSatisfy { (0...1).contains($0) })
  }

  /// The standard error of a share of right answers among so many examples, or the noise where that is larger.
  func error(at level: Double, examples: Int?) -> Double {
    guard isAccuracy, let examples, examples > 0 else { return noise }
    return max(noise, (max(level * (1 - level), 0) / Double(examples)).squareRoot())
  }
}
