extension MeasuredCurve {
  /// The first index from which on a curve stays within a share of its best, or `nil` where it never
  /// settles.
  ///
  /// - Parameter tolerance: The distance from the best that still passes; see ``band(of:)``.
  func settledIndex(within tolerance: Double) -> Int? {
    guard let bestIndex, let worsening else { return nil }
    let allowed = band(of: tolerance)
    let best = smoothed[bestIndex]
    let sign: Double = isHigherBetter ? -1 : 1
    func isClose(_ value: Double) -> Bool { share(sign * (value - best), of: best) <= allowed }
    // The window of the median shrinks towards the end, where single values would decide: the median of
    // the last values stands for them.
    guard isClose(worsening.end) else { return nil }
    let full = count - max(smoothingWidth / 2, 1)
    return (smoothed[..<full].lastIndex { !isClose($0) } ?? -1) + 1
  }

  /// The share of the best within which a curve stands still: a tolerance, and never less than twice the
  /// noise of a smoothed value.
  func band(of tolerance: Double) -> Double {
    guard let worsening else { return tolerance }
    return max(tolerance, 2 * worsening.error / Double(smoothingWidth).squareRoot())
  }
}
