/// Single values that jump out of a loss curve, upwards (Hampel's filter).
///
/// A value is a spike where it lies more than `reach` robust standard deviations above the median of
/// the values around it; on the logarithms where the curve is positive, so that a spike is a factor.
enum SpikeFilter {
  /// A value far above its surroundings.
  struct Spike: Sendable, Hashable {
    /// The index among the curve's finite values.
    let index: Int
    /// The value over the median around it, as a factor for positive curves, else over the range.
    let height: Double
    /// Whether the curve came back to the level before within five values.
    let isRecovered: Bool
  }

  /// The deviation of logarithms below which nothing counts as scatter.
  private static let leastLog = 0.01

  /// Whether a value lies by about a factor above the one before, or the first one above one of those after it: without
  /// such a jump there is no spike.
  private static func jumps(_ values: ArraySlice<Double>, by factor: Double, halfWidth: Int) -> Bool {
    let least = 0.999 * factor
    guard let first = values.first, let lowest = values.prefix(halfWidth + 1).min() else { return false }
    return first > least * lowest || zip(values, values.dropFirst()).contains { $1 > least * $0 }
  }

  /// Finds the spikes of a curve after its burn-in.
  ///
  /// - Parameters:
  ///   - reach: How many standard deviations a spike lies above the median around it.
  ///   - noise: The deviation below which nothing counts as scatter, in the unit that is judged.
  static func spikes(in values: [Double], reach: Double, halfWidth: Int = 5) -> [Spike] {
    guard values.count >= 2 * halfWidth, let lowest = values.min(), let highest = values.max(),
      highest > lowest
    else { return [] }
    let isPositive = lowest > 0
    let start = BurnIn.count(of: values.count)
    if isPositive, !jumps(values[start...], by: (reach * leastLog).exponential, halfWidth: halfWidth) {
      return []
    }
    let judged = isPositive ? values.map { $0.naturalLog } : values
    let floor = max(NoiseEstimate.deviation(of: judged), isPositive ? leastLog : (highest - lowest) * 0.01)
    return (start..<values.count).compactMap { index in
      let window = max(start, index - halfWidth)...min(values.count - 1, index + halfWidth)
      // Most values sit near their neighbours; only a jump from the one before is worth a closer look.
      guard judged[index] - judged[max(index - 1, 0)] > reach * floor || index == start else {
        return nil
      }
      guard let centre = judged[window].median() else { return nil }
      let scatter = max(judged[window].deviation() ?? 0, floor)
      let excess = judged[index] - centre
      guard excess > reach * scatter else { return nil }
      let before = judged[max(start, index - halfWidth)..<index].median() ?? centre
      let after = judged[(index + 1)..<min(index + 6, judged.count)]
      let isRecovered = after.contains { $0 <= before + reach * scatter }
      return Spike(
        index: index, height: isPositive ? excess.exponential : excess / (highest - lowest),
        isRecovered: isRecovered)
    }
  }
}

extension MeasuredCurve {
  /// The curve with its spikes replaced by the running median, for fits that one value could bend.
  var withoutSpikes: [Double] {
    var calm = values
    for spike in SpikeFilter.spikes(in: values, reach: 6) { calm[spike.index] = smoothed[spike.index] }
    return calm
  }
}
