extension MeasuredCurve {
  /// Where a curve that got worse turned: the epoch of its best value, in the interval of the knots that
  /// fit about as well.
  ///
  /// The fit takes as many values before the best as after it, so that the steep fall at the start of a run
  /// does not draw the knot to itself.
  var turningPoint: Onset? {
    guard let bestIndex else { return nil }
    let after = count - 1 - bestIndex
    let reach = max(min(after, bestIndex), 5)
    let start = max(0, bestIndex - reach)
    let end = min(count - 1, bestIndex + reach)
    let best = epochs[bestTrustedIndex ?? bestIndex]
    guard let knot = KnotFit(points(from: start, through: end, limit: 200), noise: noise) else {
      return Onset(epoch: best, interval: best...best)
    }
    return Onset(
      epoch: best,
      interval: min(knot.interval.lowerBound, best)...max(knot.interval.upperBound, best))
  }
}
