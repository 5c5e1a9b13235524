/// The line through values whose slope is the median of the slopes of all pairs (Theil 1950, Sen 1968).
///
/// Up to 29 % of the values may be wild without moving it.
struct TheilSenLine: Sendable, Hashable {
  /// The change from one value to the next.
  let slope: Double
  /// The slopes that 95 % confidence allows, by Sen's rank interval.
  let interval: ClosedRange<Double>

  /// Fits equally spaced values in O(n² log n): thin long curves first. `nil` for fewer than two.
  init?(_ values: [Double]) {
    let count = values.count
    var slopes: [Double] = []
    slopes.reserveCapacity(count * (count - 1) / 2)
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        slopes.append((values[later] - values[earlier]) / Double(later - earlier))
      }
    }
    slopes.sort()
    guard let slope = slopes.sortedQuantile(0.5) else { return nil }
    self.slope = slope
    let size = Double(count)
    let reach = 1.96 * (size * (size - 1) * (2 * size + 5) / 18).squareRoot()
    let pairs = Double(slopes.count)
    let low = max(0, Int((pairs - reach) / 2))
    let high = min(slopes.count - 1, Int((pairs + reach) / 2) + 1)
    interval = slopes[min(low, high)]...slopes[high]
  }
}
