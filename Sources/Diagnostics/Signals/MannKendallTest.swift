/// The Mann-Kendall test: do values tend to rise or fall, whatever the shape of the trend?
///
/// S counts the pairs that rise minus those that fall; Z = (S ∓ 1) / √Var(S) with the correction for ties.
/// Values that follow each other closely make S larger than chance would: the variance is multiplied by
/// the factor of Hamed and Rao (1998), from the autocorrelations of the ranks of the detrended values.
struct MannKendallTest: Sendable, Hashable {
  /// The tested values in the order of their epochs.
  private let values: [Double]
  /// Rising minus falling pairs.
  let score: Int
  /// The standard normal deviate without the correction for autocorrelation.
  let plainDeviate: Double

  /// The deviate that chance exceeds once in 20 times, on one side.
  static let deviateOf95Percent = 1.64
  /// The deviate that chance exceeds once in 200 times, on one side.
  static let deviateOf99Point5Percent = 2.58

  /// Tests values in the order of their epochs, in O(n²): thin long curves first.
  init(_ values: [Double]) {
    self.values = values
    let count = values.count
    var rising = 0
    var falling = 0
    for later in values.indices.dropFirst() {
      let value = values[later]
      for earlier in 0..<later {
        rising += values[earlier] < value ? 1 : 0
        falling += values[earlier] > value ? 1 : 0
      }
    }
    score = rising - falling
    let hasTies = rising + falling < count * (count - 1) / 2
    let tied = hasTies ? Self.tieCounts(of: values).reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) } : 0
    let size = Double(count)
    let variance = (size * (size - 1) * (2 * size + 5) - tied) / 18
    plainDeviate = variance > 0 ? Double(score - score.signum()) / variance.squareRoot() : 0
  }

  /// The standard normal deviate; positive where the values rise.
  var deviate: Double {
    plainDeviate == 0 ? 0 : plainDeviate / Self.varianceFactor(of: values).squareRoot()
  }

  /// Whether the values rise by more than a deviate above zero.
  ///
  /// The correction only lowers a deviate, so that it is left out where even the plain one is no larger.
  func rises(beyond bound: Double) -> Bool { plainDeviate > bound && deviate > bound }

  /// Whether the values fall by more than a deviate above zero.
  func falls(beyond bound: Double) -> Bool { plainDeviate < -bound && deviate < -bound }

  private static func tieCounts(of values: [Double]) -> [Double] {
    var counts: [Double: Double] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.values.filter { $0 > 1 }.sorted()
  }

  /// Hamed and Rao's factor: 1 + 2/(n(n-1)(n-2)) Σ (n-k)(n-k-1)(n-k-2) ρ_k over significant ρ_k; at least
  /// 1.
  static func varianceFactor(of values: [Double]) -> Double {
    let count = values.count
    guard count >= 10, let slope = TheilSenLine.slope(of: values) else { return 1 }
    let mean = Double(count + 1) / 2
    let ranks = values.indices.map { values[$0] - slope * Double($0) }.ranks().map { $0 - mean }
    let spread = ranks.reduce(0) { $0 + $1 * $1 }
    guard spread > 0 else { return 1 }
    let size = Double(count)
    // Only what stands out of white noise at 95 % is counted.
    let least = 1.96 / size.squareRoot()
    var sum = 0.0
    for lag in 1...(count / 4) {
      var product = 0.0
      for index in 0..<(count - lag) { product += ranks[index] * ranks[index + lag] }
      let correlation = product / spread
      guard abs(correlation) > least else { continue }
      let left = size - Double(lag)
      sum += left * (left - 1) * (left - 2) * correlation
    }
    return max(1, 1 + 2 * sum / (size * (size - 1) * (size - 2)))
  }
}

extension [Double] {
  /// The ranks from 1, equal values sharing the mean of theirs, in O(n²).
  func ranks() -> [Double] {
    map { value in
      var below = 0
      var equal = 0
      for other in self {
        below += other < value ? 1 : 0
        equal += other == value ? 1 : 0
      }
      return Double(below) + Double(equal + 1) / 2
    }
  }
}
