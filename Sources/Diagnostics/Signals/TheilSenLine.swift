/// The line through values whose slope is the median of the slopes of all pairs (Theil 1950, Sen 1968).
///
/// Up to 29 % of the values may be wild without moving it.
struct TheilSenLine: Sendable, Hashable {
  /// The change from one value to the next.
  let slope: Double
  /// The slopes that 95 % confidence allows, by Sen's rank interval.
  let interval: ClosedRange<Double>

  /// Fits equally spaced values in O(n²): thin long curves first. `nil` for fewer than two.
  init?(_ values: [Double]) {
    let count = values.count
    guard count >= 2 else { return nil }
    let pairs = count * (count - 1) / 2
    let size = Double(count)
    let reach = 1.96 * (size * (size - 1) * (2 * size + 5) / 18).squareRoot()
    let low = max(0, Int((Double(pairs) - reach) / 2))
    let high = min(pairs - 1, Int((Double(pairs) + reach) / 2) + 1)
    (slope, interval) = withUnsafeTemporaryAllocation(of: Double.self, capacity: pairs) { slopes in
      Self.fill(slopes, with: values)
      let slope = slopes.quantile(0.5) ?? 0
      let lowest = slopes.value(ofRank: min(low, high))
      return (slope, lowest...slopes.value(ofRank: high))
    }
  }

  /// Writes the slopes of all pairs, those of one distance after those of another.
  private static func fill(_ slopes: UnsafeMutableBufferPointer<Double>, with values: [Double]) {
    var next = 0
    for distance in 1..<values.count {
      let size = Double(distance)
      for earlier in 0..<(values.count - distance) {
        slopes.initializeElement(at: next, to: (values[earlier + distance] - values[earlier]) / size)
        next += 1
      }
    }
  }
}
