/// How far a curve ends behind its best level, compared robustly.
///
/// The best is the lowest (for a score the highest) value of the running median, the end is the median of
/// the last values: `share` = (end - best) / |best|, positive where the curve got worse.
struct Worsening: Sendable, Hashable {
  let bestIndex: Int
  /// The epoch of the best logged value that is no luck.
  let bestEpoch: Double
  let best: Double
  let end: Double
  /// The change for the worse in the metric's unit; 0 where the best lies among the last values itself.
  let amount: Double
  /// The change as a share of the best, or of the range where the curve is not positive.
  let share: Double
  /// The standard error of `share` by the noise: σ √(1 + 1/k) relative to the best.
  let error: Double

  init?(_ curve: MeasuredCurve) {
    guard let bestIndex = curve.bestIndex, let end = curve.tail else { return nil }
    self.bestIndex = bestIndex
    bestEpoch = curve.epochs[curve.bestTrustedIndex ?? bestIndex]
    best = curve.smoothed[bestIndex]
    self.end = end
    if bestIndex >= curve.count - curve.tailCount {
      amount = 0
    } else {
      amount = curve.isHigherBetter ? best - end : end - best
    }
    share = curve.share(amount, of: best)
    error = curve.noiseShare(of: best) * (1 + 1 / Double(max(curve.tailCount, 1))).squareRoot()
  }
}

extension MeasuredCurve {
  /// Whether a curve ends so far behind its own best level that the run lost what it had learned.
  var hasLostGround: Bool {
    guard let worsening, worsening.share > 0.2 + 2 * worsening.error, let high = typicalHigh else {
      return false
    }
    return worsening.amount > 0.02 * abs(high)
  }
}
