/// An additive table of points: each signal gives points by its value, and their sum says how likely a judgement is.
///
/// Between the knots of a signal its points are interpolated, beyond them they stay as they are, and a missing signal
/// has points of its own. The sum is a logarithm of odds, or an expected gain.
public struct Scorecard: Sendable, Hashable {
  /// The points of one signal.
  public struct Row: Sendable, Hashable {
    public let signal: Signal
    /// Rising values of the signal.
    public let knots: [Double]
    /// The points at each of ``knots``.
    public let points: [Double]
    /// The points where the signal is missing.
    public let missing: Double
    /// The place of the signal among all, looked up once.
    private let index: Int

    public init(_ signal: Signal, knots: [Double], points: [Double], missing: Double) {
      precondition(
        knots.count == points.count && !knots.isEmpty,
        "\(signal.rawValue) has \(knots.count) knots but \(points.count) points")
      self.signal = signal
      index = signal.ordinal
      self.knots = knots
      self.points = points
      self.missing = missing
    }

    /// The points that the signals of a run get.
    func points(for signals: SignalValues) -> Double {
      let value = signals.numbers[index]
      guard !value.isNaN else { return missing }
      guard value > knots[0] else { return points[0] }
      guard let above = knots.firstIndex(where: { $0 > value }) else { return points[points.count - 1] }
      let share = (value - knots[above - 1]) / (knots[above] - knots[above - 1])
      return points[above - 1] + share * (points[above] - points[above - 1])
    }
  }

  /// The sum before any signal is looked at.
  public let base: Double
  public let rows: [Row]

  public init(base: Double, rows: [Row]) {
    self.base = base
    self.rows = rows
  }

  /// The sum of the points.
  func total(_ signals: SignalValues) -> Double {
    var sum = base
    for row in rows { sum += row.points(for: signals) }
    return sum
  }

  /// What each signal moves the sum by, the largest first.
  func contributions(_ signals: SignalValues) -> [SignalContribution] {
    rows.map {
      SignalContribution(
        signal: $0.signal, value: signals[$0.signal], points: $0.points(for: signals))
    }
    .sorted { abs($0.points) > abs($1.points) }
  }

  /// The measured signals that raise the sum most, the strongest first.
  func supports(_ signals: SignalValues, most count: Int) -> [SignalContribution] {
    var strongest: [SignalContribution] = []
    for row in rows {
      let points = row.points(for: signals)
      guard points > 0, let value = signals[row.signal] else { continue }
      let place = strongest.firstIndex { $0.points < points } ?? strongest.count
      guard place < count else { continue }
      strongest.insert(SignalContribution(signal: row.signal, value: value, points: points), at: place)
      if strongest.count > count { strongest.removeLast() }
    }
    return strongest
  }
}

/// What one signal of a run moved a judgement by.
public struct SignalContribution: Sendable, Hashable {
  public let signal: Signal
  /// The measured number; `nil` where the log does not hold what it takes.
  public let value: Double?
  /// The points, in logarithms of odds: 0.7 double the odds, 2.3 make them tenfold.
  public let points: Double
}
