extension Collection where Element == Double {
  /// The median; `nil` for an empty collection. The values are finite.
  func median() -> Double? { quantile(0.5) }

  /// The quantile of a share from 0 to 1, interpolated between neighbours (type 7 of Hyndman and Fan).
  func quantile(_ share: Double) -> Double? { sorted().sortedQuantile(share) }

  /// The median absolute deviation from the median over 0.6745, the upper quartile of the normal
  /// distribution: the standard deviation of a normal sample.
  func deviation() -> Double? {
    guard let centre = median() else { return nil }
    return map { abs($0 - centre) }.median().map { $0 / 0.674489750196081743 }
  }
}

extension [Double] {
  /// The quantile of values that are sorted already.
  func sortedQuantile(_ share: Double) -> Double? {
    guard let last else { return nil }
    let position = share * Double(count - 1)
    let below = Int(position)
    guard below + 1 < count else { return last }
    let fraction = position - Double(below)
    return self[below] * (1 - fraction) + self[below + 1] * fraction
  }
}
