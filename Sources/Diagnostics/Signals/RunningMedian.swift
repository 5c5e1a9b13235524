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
    let count = values.count
    guard half > 0, count > 2 else { return values }
    var smoothed = values
    // Where the window is full; before and after it shrinks.
    let full = min(half, count)..<max(min(half, count), count - half)
    for index in values.indices where !full.contains(index) {
      let reach = min(half, index, count - 1 - index)
      smoothed[index] = values[(index - reach)...(index + reach)].median() ?? values[index]
    }
    switch half {
    case 1:
      for index in full { smoothed[index] = median(values[index - 1], values[index], values[index + 1]) }
    case 2:
      for index in full {
        let (a, b, c, d) = (values[index - 2], values[index - 1], values[index + 1], values[index + 2])
        smoothed[index] = median(max(min(a, b), min(c, d)), min(max(a, b), max(c, d)), values[index])
      }
    default: slide(over: values, full, half: half, into: &smoothed)
    }
    return smoothed
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }

  /// Takes the medians of full windows, of which one is sorted and the next differs by a value.
  private static func slide(
    over values: [Double], _ full: Range<Int>, half: Int, into smoothed: inout [Double]
  ) {
    guard let first = full.first else { return }
    var window = values[(first - half)...(first + half)].sorted()
    smoothed[first] = window[half]
    for index in full.dropFirst() {
      replace(values[index - half - 1], by: values[index + half], in: &window)
      smoothed[index] = window[half]
    }
  }

  /// Replaces a value of a sorted window, which stays sorted.
  private static func replace(_ old: Double, by new: Double, in window: inout [Double]) {
    let last = window.count - 1
    var place = 0
    while place < last, window[place] < old { place += 1 }
    while place < last, window[place + 1] < new {
      window[place] = window[place + 1]
      place += 1
    }
    while place > 0, new < window[place - 1] {
      window[place] = window[place - 1]
      place -= 1
    }
    window[place] = new
  }
}
