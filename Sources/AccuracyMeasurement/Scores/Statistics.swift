/// Summaries of measured values; of too few values there is none.
extension [Double] {
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }

  /// The value below which a share of the values lies, interpolated linearly between neighbours.
  func quantile(_ share: Double) -> Double? {
    let sorted = sorted()
    guard let last = sorted.last else { return nil }
    let place = share * Double(count - 1)
    let below = Int(place)
    guard below + 1 < count else { return last }
    return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
  }

  /// The standard error of the mean, from the deviations of the values themselves.
  var standardError: Double? {
    guard count > 1, let mean else { return nil }
    let squares = reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1) / Double(count)).squareRoot()
  }
}

extension Sequence where Element == Bool {
  /// The share of true ones; `nil` of nothing.
  var share: Double? { map { $0 ? 1 : 0 }.mean }
}
