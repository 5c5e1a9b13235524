/// The Mann-Kendall test: do values tend to rise or fall, whatever the shape of the trend?
///
/// S counts the pairs that rise minus those that fall; Z = (S ∓ 1) / √Var(S) with the correction for ties.
/// Values that follow each other closely make S larger than chance would: the variance is multiplied by
/// the factor of Hamed and Rao (1998), from the autocorrelations of the ranks of the detrended values.
struct MannKendallTest: Sendable, Hashable {
  /// Rising minus falling pairs.
  let score: Int
  /// The standard normal deviate without the correction for autocorrelation.
  let plainDeviate: Double
  /// The standard normal deviate; positive where the values rise.
  let deviate: Double

  /// Tests values in the order of their epochs, in O(n²): thin long curves first.
  init(_ values: [Double]) {
    let count = values.count
    var score = 0
    for later in values.indices.dropFirst() {
      let value = values[later]
      for earlier in 0..<later {
        let other = values[earlier]
        score += other < value ? 1 : (other > value ? -1 : 0)
      }
    }
    let size = Double(count)
    let ties = Self.tieCounts(of: values)
    let tied = ties.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
    let variance = (size * (size - 1) * (2 * size + 5) - tied) / 18
    self.score = score
    guard variance > 0 else {
      plainDeviate = 0
      deviate = 0
      return
    }
    plainDeviate = Double(score - score.signum()) / variance.squareRoot()
    deviate = plainDeviate / Self.varianceFactor(of: values).squareRoot()
  }

  private static func tieCounts(of values: [Double]) -> [Double] {
    var counts: [Double: Double] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.values.filter { $0 > 1 }.sorted()
  }

  /// Hamed and Rao's factor: 1 + 2/(n(n-1)(n-2)) Σ (n-k)(n-k-1)(n-k-2) ρ_k over significant ρ_k; at least
  /// 1.
  static func varianceFactor(of values: [Double]) -> Double {
    let count = values.count
    guard count >= 10, let slope = TheilSenLine(values)?.slope else { return 1 }
    let ranks = values.enumerated().map { $0.element - slope * Double($0.offset) }.ranks()
    let mean = Double(count + 1) / 2
    let spread = ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard spread > 0 else { return 1 }
    let size = Double(count)
    var sum = 0.0
    for lag in 1...(count / 4) {
      var product = 0.0
      for index in 0..<(count - lag) { product += (ranks[index] - mean) * (ranks[index + lag] - mean) }
      let correlation = product / spread
      // Only what stands out of white noise at 95 % is counted.
      guard abs(correlation) > 1.96 / size.squareRoot() else { continue }
      let left = size - Double(lag)
      sum += left * (left - 1) * (left - 2) * correlation
    }
    return max(1, 1 + 2 * sum / (size * (size - 1) * (size - 2)))
  }
}

extension [Double] {
  /// The ranks from 1, equal values sharing the mean of theirs.
  func ranks() -> [Double] {
    let order = indices.sorted { self[$0] < self[$1] }
    var ranks = [Double](repeating: 0, count: count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, self[order[end + 1]] == self[order[start]] { end += 1 }
      for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
