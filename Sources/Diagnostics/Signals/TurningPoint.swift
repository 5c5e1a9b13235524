extension MeasuredRun {
  /// Where a validation loss that got worse turned: the likeliest epoch, in the interval of the knots that fit about as
  /// well.
  ///
  /// The fit takes as many values before the lowest as after it, so that the steep fall at the start of a run
  /// does not draw the knot to itself.
  var turningPoint: Onset? {
    guard let curve = validationLoss, let bestIndex = curve.bestIndex, let likeliest = likeliestTurn(curve)
    else { return nil }
    let after = curve.count - 1 - bestIndex
    let reach = max(min(after, bestIndex), 5)
    let start = max(0, bestIndex - reach)
    let end = min(curve.count - 1, bestIndex + reach)
    guard let knot = KnotFit(curve.points(from: start, through: end, limit: 200), noise: curve.noise) else {
      return Onset(epoch: likeliest, interval: likeliest...likeliest)
    }
    return Onset(
      epoch: likeliest,
      interval: min(knot.interval.lowerBound, likeliest)...max(knot.interval.upperBound, likeliest))
  }

  /// Where a run that is overfit began to be, if its validation loss shows it or not.
  ///
  /// A turn in the last tenth of a validation loss that does not rise was right in one of 31 overfit runs whose truth is
  /// known; the first epoch at which the training loss had made half of its way, which takes its place, in 15 of them.
  var overfitOnset: Onset? {
    let turning = turningPoint
    guard let turn = turning, let worsening = validationLoss?.worsening,
      let first = validationLoss?.epochs.first, let last = validationLoss?.epochs.last,
      turn.epoch >= last - Self.unseen * (last - first),
      worsening.share <= max(0.02, 2 * worsening.error), let half = trainingLoss?.halfway, half < turn.epoch
    else { return turning }
    return Onset(epoch: half, interval: half...turn.epoch)
  }

  /// The share of the run at its end in which a turn is none that would show.
  private static let unseen = 0.1

  /// The epoch at which a loss most likely turned; of a long curve by groups of neighbours.
  private func likeliestTurn(_ curve: MeasuredCurve) -> Double? {
    let points = curve.points(from: 0, through: curve.count - 1, limit: 200)
    guard let middle = points.values.median(), let lowest = points.values.min(),
      let highest = points.values.max(), let first = points.epochs.first, let last = points.epochs.last
    else { return nil }
    // On the logarithm a rise counts as much at any level; a floor keeps values near zero from counting for all.
    let floor = lowest > 0 ? 0.02 * middle : 0.1 * (highest - lowest) - lowest
    // Where not every epoch has a value, two epochs are less than two values.
    let spacing = (last - first) / Double(max(points.epochs.count - 1, 1))
    let least = record.axis == .epoch && spacing > 1 ? 2 / spacing : 2
    guard
      let place = LikeliestTurn.index(
        of: points.values.map { ($0 + floor).naturalLog }, leastReach: Int(least)),
      let index = curve.index(at: points.epochs[place])
    else { return nil }
    return curve.epochs[index]
  }
}

extension MeasuredCurve {
  /// The first epoch at which a loss had made half of its way from the first value to the lowest; `nil` if it never fell.
  fileprivate var halfway: Double? {
    guard let first = values.first, let lowest = values.min(), lowest < first else { return nil }
    return values.firstIndex { $0 <= (first + lowest) / 2 }.map { epochs[$0] }
  }
}
