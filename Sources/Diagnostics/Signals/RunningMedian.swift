/// A running median: every value is replaced by the median of the values around it.
///
/// The window is centred and shrinks towards both ends, so that a trend is not bent there.
enum RunningMedian {
  /// The width for a number of values: 1 below 5 values, 3 below 15, then 5, and a twentieth of long
  /// runs, at most 101; always odd.
  static func width(for count: Int) -> Int {
    switch count {
    case ..<5: 1
    case ..<15: 3
    default: min(max(count / 40, 2), 50) * 2 + 1
    }
  }

  /// The smoothed values, one for each value.
  static func smooth(_ values: [Double], width: Int) -> [Double] {
    let half = width / 2
    guard half > 0, values.count > 2 else { return values }
    var window: [Double] = []
    window.reserveCapacity(width + 1)
    return values.indices.map { index in
      let reach = min(half, index, values.count - 1 - index)
      let isSliding = reach == half && index > half && window.count == width
      if isSliding {
        remove(values[index - half - 1], from: &window)
        insert(values[index + half], into: &window)
      } else {
        window.removeAll(keepingCapacity: true)
        for value in values[(index - reach)...(index + reach)] { insert(value, into: &window) }
      }
      return window[reach]
    }
  }

  private static func insert(_ value: Double, into window: inout [Double]) {
    window.insert(value, at: position(of: value, in: window))
  }

  private static func remove(_ value: Double, from window: inout [Double]) {
    window.remove(at: position(of: value, in: window))
  }

  /// The first index whose value is not below the given one.
  private static func position(of value: Double, in window: [Double]) -> Int {
    var low = 0
    var high = window.count
    while low < high {
      let middle = (low + high) / 2
      if window[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
