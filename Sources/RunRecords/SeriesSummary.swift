/// What a series comes to in a few numbers, counted over every value that the log held.
public struct SeriesSummary: Sendable, Codable {
  /// How many values were logged, non-finite ones included.
  public private(set) var count = 0
  /// How many of them were NaN or infinite.
  public private(set) var nonFiniteCount = 0
  public private(set) var first: Double?
  public private(set) var last: Double?
  /// The best finite value by the metric's direction; `nil` where neither way is better.
  public private(set) var best: Double?
  /// The first epoch (or step) at which ``best`` was reached.
  public private(set) var bestEpoch: Double?

  private let direction: Metric.Direction

  public init(direction: Metric.Direction) {
    self.direction = direction
  }

  /// Takes one more value into account; values come in the order of the log.
  public mutating func include(_ value: Double, at epoch: Double) {
    count += 1
    if first == nil { first = value }
    last = value
    guard value.isFinite else {
      nonFiniteCount += 1
      return
    }
    if improves(value) {
      best = value
      bestEpoch = epoch
    }
  }

  /// Whether a finite value is better than the best so far.
  private func improves(_ value: Double) -> Bool {
    switch direction {
    case .lowerIsBetter: best.map { value < $0 } ?? true
    case .higherIsBetter: best.map { value > $0 } ?? true
    case .none: false
    }
  }
}

extension SeriesSummary {
  /// The summary of the same values in another unit.
  ///
  /// - Precondition: `divisor` is above 0, so that the best value stays the best.
  public func divided(by divisor: Double) -> SeriesSummary {
    precondition(divisor > 0, "a summary is divided by a number above 0, not by \(divisor)")
    var divided = self
    divided.first = first.map { $0 / divisor }
    divided.last = last.map { $0 / divisor }
    divided.best = best.map { $0 / divisor }
    return divided
  }

  /// The summary with epochs counted from elsewhere.
  public func shifted(by offset: Double) -> SeriesSummary {
    var shifted = self
    shifted.bestEpoch = bestEpoch.map { $0 + offset }
    return shifted
  }

  /// The summary of these values followed by later ones.
  public func followed(by later: SeriesSummary) -> SeriesSummary {
    var joined = self
    joined.count += later.count
    joined.nonFiniteCount += later.nonFiniteCount
    joined.first = first ?? later.first
    joined.last = later.last ?? last
    if let candidate = later.best, improves(candidate) {
      joined.best = candidate
      joined.bestEpoch = later.bestEpoch
    }
    return joined
  }
}
