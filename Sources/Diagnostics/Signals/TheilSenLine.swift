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
    guard values.count >= 2 else { return nil }
    let size = Double(values.count)
    let reach = 1.96 * (size * (size - 1) * (2 * size + 5) / 18).squareRoot()
    (slope, interval) = Self.withSlopes(of: values) { slopes in
      let pairs = Double(slopes.count)
      let low = max(0, Int((pairs - reach) / 2))
      let high = min(slopes.count - 1, Int((pairs + reach) / 2) + 1)
      let slope = slopes.quantile(0.5) ?? 0
      let lowest = slopes.value(ofRank: min(low, high))
      return (slope, lowest...slopes.value(ofRank: high))
    }
  }

  /// The slope alone, which takes a third of the time.
  static func slope(of values: [Double]) -> Double? {
    values.count < 2 ? nil : withSlopes(of: values) { $0.quantile(0.5) }
  }

  /// What a function makes of the slopes of all pairs, those of one distance after those of another.
  private static func withSlopes<Result>(
    of values: [Double], _ body: (UnsafeMutableBufferPointer<Double>) -> Result
  ) -> Result {
    let pairs = values.count * (values.count - 1) / 2
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: pairs) { slopes in
      var next = 0
      for distance in 1..<values.count {
        let size = Double(distance)
        for earlier in 0..<(values.count - distance) {
          slopes.initializeElement(at: next, to: (values[earlier + distance] - values[earlier]) / size)
          next += 1
        }
      }
      return body(slopes)
    }
  }
}
