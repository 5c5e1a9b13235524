import Diagnostics
import Drawing
import RunRecords

/// The y axis that suits some curves: its scale and range, and the values that lie beyond it.
struct ValueAxis {
  let scale: Scale.Kind
  let domain: ClosedRange<Double>

  /// Chooses an axis by the smoothed curves, so that a lone spike does not flatten the rest.
  ///
  /// - Parameters:
  ///   - included: Levels that should be on the axis, such as the chance level.
  ///   - bounds: Values that the axis never goes beyond, such as 0 and 1 for an accuracy.
  init(
    _ curves: [MeasuredCurve], lossScale: LossScale, including included: [Double] = [],
    bounds: ClosedRange<Double>? = nil
  ) {
    let raw = ValueAxis.range(of: curves.flatMap(\.values))
    // What has bounds, or an axis of its own, is shown whole.
    let isWhole = bounds != nil || curves.allSatisfy { $0.series.split == .run }
    let smooth = isWhole ? raw : ValueAxis.range(of: curves.flatMap(\.smoothed)) ?? raw
    guard let raw, let smooth else {
      scale = .linear
      domain = bounds ?? 0...1
      return
    }
    let isLogarithmic =
      switch lossScale {
      case .linear: false
      case .logarithmic: raw.lowerBound > 0
      case .automatic: raw.lowerBound > 0 && smooth.upperBound / smooth.lowerBound > 30
      }
    scale = isLogarithmic ? .logarithmic : .linear
    domain =
      isLogarithmic
      ? ValueAxis.logarithmic(raw, smooth, included)
      : ValueAxis.linear(raw, smooth, included, bounds)
  }

  private static func range(of values: [Double]) -> ClosedRange<Double>? {
    guard let lowest = values.min(), let highest = values.max() else { return nil }
    return lowest...highest
  }

  /// Ends on round numbers; starts at zero when the values come near it.
  private static func linear(
    _ raw: ClosedRange<Double>, _ smooth: ClosedRange<Double>, _ included: [Double],
    _ bounds: ClosedRange<Double>?
  ) -> ClosedRange<Double> {
    let span = max(smooth.upperBound - smooth.lowerBound, abs(smooth.upperBound) * 1e-3)
    // Noise up to the width of the curves themselves is shown whole; what reaches further is a
    // spike, which would flatten them, and is marked instead.
    var lower = raw.lowerBound < smooth.lowerBound - span ? smooth.lowerBound - span / 2 : raw.lowerBound
    var upper = raw.upperBound > smooth.upperBound + span ? smooth.upperBound + span / 2 : raw.upperBound
    for level in included {
      lower = min(lower, level)
      upper = max(upper, level)
    }
    if lower > 0, lower < 0.3 * upper { lower = 0 }
    guard upper > lower else {
      let around = lower == 0 ? 0...1 : lower - 0.1 * abs(lower)...lower + 0.1 * abs(lower)
      guard let bounds, bounds.contains(lower) else { return around }
      return max(around.lowerBound, bounds.lowerBound)...min(around.upperBound, bounds.upperBound)
    }
    var domain = Ticks.enclosing(lower...upper, count: 5)
    // Values beyond the bounds, such as an accuracy of -1 for "not measured", are shown where they are.
    if let bounds, bounds.contains(lower), bounds.contains(upper) {
      domain = max(domain.lowerBound, bounds.lowerBound)...min(domain.upperBound, bounds.upperBound)
    }
    return domain
  }

  /// Leaves a tenth of a decade around the curves.
  private static func logarithmic(
    _ raw: ClosedRange<Double>, _ smooth: ClosedRange<Double>, _ included: [Double]
  ) -> ClosedRange<Double> {
    var lower = max(raw.lowerBound, smooth.lowerBound / 3)
    var upper = min(raw.upperBound, smooth.upperBound * 3)
    for level in included where level > 0 {
      lower = min(lower, level)
      upper = max(upper, level)
    }
    // Losses may be smaller than any number with a full mantissa.
    let top = max(upper * 1.25, .leastNormalMagnitude)
    return max(lower / 1.25, .leastNormalMagnitude)...min(top, .greatestFiniteMagnitude)
  }
}
