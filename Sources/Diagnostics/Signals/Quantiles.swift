extension Collection<Double> {
  /// The median; `nil` for an empty collection. The values are finite.
  func median() -> Double? { quantile(0.5) }

  /// The quantile of a share from 0 to 1, interpolated between neighbours (type 7 of Hyndman and Fan).
  func quantile(_ share: Double) -> Double? { withScratchCopy { $0.quantile(share) } }

  /// The median absolute deviation from the median over 0.6745, the upper quartile of the normal
  /// distribution: the standard deviation of a normal sample.
  func deviation() -> Double? { withScratchCopy { $0.deviation() } }

  /// What a function makes of a copy of the values that it may reorder; the copy of a short curve never leaves the stack.
  func withScratchCopy<Result>(_ body: (UnsafeMutableBufferPointer<Double>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { scratch in
      _ = scratch.initialize(from: self)
      return body(scratch)
    }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// The quantile of a share from 0 to 1, as of a collection; reorders the values.
  func quantile(_ share: Double) -> Double? {
    guard count > 0 else { return nil }
    let position = share * Double(count - 1)
    let below = Int(position)
    let fraction = position - Double(below)
    select(below)
    guard fraction > 0, below + 1 < count else { return self[below] }
    var next = self[below + 1]
    for index in (below + 2)..<count { next = Swift.min(next, self[index]) }
    return self[below] * (1 - fraction) + next * fraction
  }

  /// The median absolute deviation over 0.6745, as of a collection; overwrites the values.
  func deviation() -> Double? {
    guard let centre = quantile(0.5) else { return nil }
    for index in indices { self[index] = abs(self[index] - centre) }
    return quantile(0.5).map { $0 / 0.674489750196081743 }
  }
}
