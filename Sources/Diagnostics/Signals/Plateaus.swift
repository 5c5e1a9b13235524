extension MeasuredCurve {
  /// The first index from which on a curve stays within a share of its best, or `nil` where it never
  /// settles.
  ///
  /// - Parameter tolerance: The distance from the best that still passes, as a share of the best and
  ///   never less than twice the noise of a smoothed value.
  func settledIndex(within tolerance: Double) -> Int? {
    guard let bestIndex, let worsening = Worsening(self) else { return nil }
    let error = worsening.error / Double(smoothingWidth).squareRoot()
    let allowed = max(tolerance, 2 * error)
    let best = smoothed[bestIndex]
    let sign: Double = series.metric.direction == .higherIsBetter ? -1 : 1
    func isClose(_ index: Int) -> Bool { share(sign * (smoothed[index] - best), of: best) <= allowed }
    guard isClose(count - 1) else { return nil }
    return (smoothed.lastIndex { share(sign * ($0 - best), of: best) > allowed } ?? -1) + 1
  }
}
