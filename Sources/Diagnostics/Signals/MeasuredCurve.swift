import RunRecords

/// A series with what was measured on it once: its noise, its smoothed course and its best point.
///
/// Non-finite values are left out of every array here, and so are values beyond 1e100, whose squares
/// cannot be counted; they stay in ``series``.
///
/// It never changes; it is a class so that it is handed on without a copy of what was measured.
public final class MeasuredCurve: Sendable {
  public let series: MetricSeries
  /// The epochs of the finite values.
  public let epochs: [Double]
  /// The finite values as logged.
  public let values: [Double]
  /// The running median of ``values``.
  public let smoothed: [Double]
  /// The width of the running median, in values.
  public let smoothingWidth: Int
  /// The standard deviation of the noise from one value to the next, in the metric's unit.
  public let noise: Double
  /// The index of the best smoothed value; `nil` where neither way is better or nothing is finite.
  public let bestIndex: Int?

  /// The noise relative to the level of the second half of the curve.
  public let relativeNoise: Double
  /// The median of the last ``tailCount`` values; `nil` where nothing is finite.
  public let tail: Double?
  /// How many values make the tail: a tenth of up to 50 values, at least 3; a twentieth of more than 100.
  public let tailCount: Int
  /// Whether every value is above zero, so that ratios mean something.
  public let isPositive: Bool
  /// The index of the best logged value, unless it is a lucky one: the median around it has to come within
  /// twice the noise of the best median, else the best value near that one takes its place.
  let bestTrustedIndex: Int?

  /// Measures a series.
  public init(_ series: MetricSeries) {
    self.series = series
    if series.values.allSatisfy({ abs($0) < 1e100 }) {
      epochs = series.epochs
      values = series.values
    } else {
      let kept = series.values.indices.filter { abs(series.values[$0]) < 1e100 }
      epochs = kept.map { series.epochs[$0] }
      values = kept.map { series.values[$0] }
    }
    smoothingWidth = RunningMedian.width(for: values.count)
    smoothed = RunningMedian.smooth(values, width: smoothingWidth)
    let estimate = NoiseEstimate(of: values)
    noise = estimate.deviation
    relativeNoise = estimate.relative
    tailCount = min(
      values.count, max(min(max(values.count / 10, 3), 5), values.count / 20))
    tail = values.suffix(tailCount).median()
    isPositive = values.allSatisfy { $0 > 0 }
    switch series.metric.direction {
    case .lowerIsBetter: bestIndex = smoothed.lowestIndex
    case .higherIsBetter: bestIndex = smoothed.highestIndex
    case .none: bestIndex = nil
    }
    bestTrustedIndex = bestIndex.map { [values, smoothed, smoothingWidth, noise] best in
      Self.trustedIndex(
        values, smoothed: smoothed, width: smoothingWidth, best: best, noise: noise,
        isHigherBetter: series.metric.direction == .higherIsBetter)
    }
  }
}

extension MeasuredCurve {
  public var count: Int { values.count }

  /// Whether the values are shares of right answers.
  var isAccuracy: Bool { series.metric.kind == .accuracy }

  /// Whether a higher value is a better one.
  var isHigherBetter: Bool { series.metric.direction == .higherIsBetter }

  /// The smoothed values after the burn-in.
  private var settled: ArraySlice<Double> { smoothed[BurnIn.count(of: smoothed.count)...] }

  /// A value that the curve typically had after its burn-in: the 90 % quantile of the smoothed values.
  public var typicalHigh: Double? { settled.quantile(0.9) }

  /// The range of the smoothed values after the burn-in.
  public var range: Double { (settled.max() ?? 0) - (settled.min() ?? 0) }

  /// Whether the log begins where the run does, not somewhere on its way: its first epoch is hardly further from zero than
  /// its epochs are from each other.
  var beginsWithTheRun: Bool {
    guard let first = epochs.first, let step = zip(epochs.dropFirst(), epochs).map({ $0 - $1 }).median()
    else { return true }
    return first <= 2 * step + 1
  }

  /// The last finite value's epoch.
  var lastEpoch: Double? { epochs.last }

  /// How far the curve ends behind its best; `nil` where there is no best.
  var worsening: Worsening? { Worsening(self) }

  /// The index of the best logged value that is no luck, see ``bestTrustedIndex``.
  ///
  /// - Parameter best: The index of the best smoothed value.
  private static func trustedIndex(
    _ values: [Double], smoothed: [Double], width: Int, best: Int, noise: Double, isHigherBetter: Bool
  ) -> Int {
    let logged = (isHigherBetter ? values.highestIndex : values.lowestIndex) ?? best
    let behind = smoothed[logged] - smoothed[best]
    return (isHigherBetter ? -behind : behind) <= 2 * noise
      ? logged : bestIndex(of: values, near: best, width: width, isHigherBetter: isHigherBetter)
  }

  /// The index of the best logged value among those that the median at an index was taken of.
  ///
  /// A running median flattens a sharp minimum; this is the sharp one inside it.
  func bestLoggedIndex(near index: Int) -> Int {
    Self.bestIndex(
      of: values, near: index, width: smoothingWidth, isHigherBetter: isHigherBetter)
  }

  private static func bestIndex(
    of values: [Double], near index: Int, width: Int, isHigherBetter: Bool
  ) -> Int {
    let around = max(0, index - width / 2)...min(values.count - 1, index + width / 2)
    let sign: Double = isHigherBetter ? -1 : 1
    return around.min { sign * values[$0] < sign * values[$1] } ?? index
  }

  /// The index of the last value that was logged at an epoch or before it; else the first.
  func index(at epoch: Double) -> Int? {
    guard !epochs.isEmpty else { return nil }
    var low = 0
    var high = epochs.count
    while low < high {
      let middle = (low + high) / 2
      if epochs[middle] <= epoch { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// The running median of a width of its own.
  func smoothed(width: Int) -> [Double] {
    width == smoothingWidth ? smoothed : RunningMedian.smooth(values, width: width)
  }

  /// The smoothed value at an epoch, or at the last one logged before it.
  func smoothedValue(at epoch: Double) -> Double? { index(at: epoch).map { smoothed[$0] } }

  /// A change as a share of a base value; of the curve's range where the curve is not positive.
  func share(_ change: Double, of base: Double) -> Double {
    if isPositive, base > 0 { return change / base }
    return range > 0 ? change / range : 0
  }

  /// The noise as a share of a base value, in the same way as ``share(_:of:)``.
  func noiseShare(of base: Double) -> Double { abs(share(noise, of: base)) }

  /// The points from one index to another, thinned to a limit.
  func points(from start: Int, through end: Int, limit: Int) -> ThinnedPoints {
    guard start <= end, end < count else { return ThinnedPoints(epochs: [], values: [], limit: limit) }
    return ThinnedPoints(
      epochs: Array(epochs[start...end]), values: Array(values[start...end]), limit: limit)
  }
}
