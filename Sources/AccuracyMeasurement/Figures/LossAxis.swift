import Drawing

/// The y axis for losses: logarithmic where they span decades, and never so long that nothing can be seen.
struct LossAxis: Sendable {
  let scale: Scale.Kind
  let domain: ClosedRange<Double>

  /// The ratio from which on an axis is logarithmic.
  private static let widestRatio = 20.0
  /// The longest logarithmic axis, from its upper end.
  private static let longest = 1e6

  init(_ losses: [Double]) {
    let finite = losses.filter(\.isFinite)
    let lowest = finite.min() ?? 0
    let highest = finite.max() ?? 1
    if let positive = finite.filter({ $0 > 0 }).min(), lowest >= 0, highest > positive * Self.widestRatio {
      scale = .logarithmic
      let lower = max(positive / 1.25, highest / Self.longest, .leastNormalMagnitude)
      domain = lower...max(min(highest * 1.25, .greatestFiniteMagnitude), lower)
    } else {
      scale = .linear
      let lower = lowest > 0 && lowest < 0.3 * highest ? 0 : lowest
      domain = highest > lower ? Ticks.enclosing(lower...highest, count: 5) : lower...highest
    }
  }
}
