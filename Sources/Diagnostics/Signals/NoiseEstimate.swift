/// How much a curve moves from one value to the next beside its trend.
///
/// The second differences of a curve cancel a linear trend and have a standard deviation of √6 σ, so
/// σ = 1.4826 MAD(Δ²v) / √6, measured on the last half of the run. Where a positive curve spans more than
/// a factor of ten there, the logarithms are measured instead. A curve so coarse that most second
/// differences are equal has no MAD; their root mean square is used then.
struct NoiseEstimate: Sendable, Hashable {
  /// The standard deviation in the unit of the values.
  let deviation: Double
  /// The standard deviation relative to the level of the values; 0 where the level is 0.
  let relative: Double

  static let none = NoiseEstimate(deviation: 0, relative: 0)

  init(deviation: Double, relative: Double) {
    self.deviation = deviation
    self.relative = relative
  }

  /// Measures the values of a whole curve; fewer than five leave no noise to see.
  init(of values: [Double]) {
    guard values.count >= 5, case let segment = values[min(values.count / 2, max(values.count - 8, 1))...],
      let level = segment.median(), let lowest = segment.min(), let highest = segment.max()
    else {
      self = .none
      return
    }
    if lowest > 0, highest / lowest > 10 {
      let relative = Self.deviation(of: segment.map { $0.naturalLog })
      self.init(deviation: relative * level, relative: relative)
    } else {
      let deviation = Self.deviation(of: segment)
      self.init(deviation: deviation, relative: level == 0 ? 0 : deviation / abs(level))
    }
  }

  /// Whether a relative noise is large enough to name: from half a thousandth on.
  static func isMeasurable(_ relative: Double) -> Bool { relative >= 0.0005 }

  /// The standard deviation of the noise of detrended values, in their own unit.
  static func deviation(of values: some RandomAccessCollection<Double>) -> Double {
    let count = values.count - 2
    guard count > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { bends in
      var (before, middle) = (0.0, 0.0)
      var squares = 0.0
      for (place, value) in values.enumerated() {
        if place >= 2 {
          let bend = value + before - 2 * middle
          bends.initializeElement(at: place - 2, to: bend)
          squares += bend * bend
        }
        (before, middle) = (middle, value)
      }
      if let deviation = bends.deviation(), deviation > 0 { return deviation / 6.0.squareRoot() }
      return (squares / Double(count) / 6).squareRoot()
    }
  }
}
