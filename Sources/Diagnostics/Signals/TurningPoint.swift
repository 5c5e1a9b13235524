extension MeasuredCurve {
  /// Where a loss that got worse turned: the likeliest epoch, in the interval of the knots that fit about as well.
  ///
  /// The fit takes as many values before the lowest as after it, so that the steep fall at the start of a run
  /// does not draw the knot to itself.
  var turningPoint: Onset? {
    guard let bestIndex, let likeliest = likeliestTurn else { return nil }
    let after = count - 1 - bestIndex
    let reach = max(min(after, bestIndex), 5)
    let start = max(0, bestIndex - reach)
    let end = min(count - 1, bestIndex + reach)
    guard let knot = KnotFit(points(from: start, through: end, limit: 200), noise: noise) else {
      return Onset(epoch: likeliest, interval: likeliest...likeliest)
    }
    return Onset(
      epoch: likeliest,
      interval: min(knot.interval.lowerBound, likeliest)...max(knot.interval.upperBound, likeliest))
  }

  /// The epoch at which a loss most likely turned; of a long curve by groups of neighbours.
  private var likeliestTurn: Double? {
    let points = points(from: 0, through: count - 1, limit: 200)
    guard let middle = points.values.median(), let lowest = points.values.min(),
      let highest = points.values.max()
    else { return nil }
    // On the logarithm a rise counts as much at any level; a floor keeps values near zero from counting for all.
    let floor = lowest > 0 ? 0.02 * middle : 0.1 * (highest - lowest) - lowest
    guard let place = LikeliestTurn.index(of: points.values.map { ($0 + floor).naturalLog }),
      let index = index(at: points.epochs[place])
    else { return nil }
    return epochs[index]
  }
}
