/// A table of points: each signal gives points by its value, a few signals together give more, and the sum says how
/// likely a judgement is.
///
/// Between the knots of a signal its points are interpolated, beyond them they stay as they are, and a missing signal
/// has points of its own. What signals say together stands in shallow trees. The sum is a logarithm of odds, or an
/// expected gain.
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
  /// Points by signals together.
  public let trees: [ShallowTree]
  private let laidTrees: LaidTrees

  public init(base: Double, rows: [Row], trees: [ShallowTree] = []) {
    self.base = base
    self.rows = rows
    self.trees = trees
    laidTrees = LaidTrees([trees])
  }

  /// The sum of the points.
  func total(_ signals: SignalValues) -> Double {
    var sum = base
    for row in rows { sum += row.points(for: signals) }
    return sum + laidTrees.sums(signals).reduce(0, +)
  }

  /// What each signal moves the sum by, the largest first.
  func contributions(_ signals: SignalValues) -> [SignalContribution] {
    contributions(signals) { _, _ in true }
  }

  /// The signals measured on the curves that raise the sum most, the strongest first.
  func supports(_ signals: SignalValues, most count: Int) -> [SignalContribution] {
    let supports = contributions(signals) { $0 > 0 && $1 != nil }
    // That something is hardly seen may speak for a judgement, and so may the size of a run, but neither is a sign to name.
    return Array(
      supports.filter {
        $0.signal.isOfCurves && ($0.signal != .seesNoSignal || ($0.value ?? 0) >= 0.5)
      }.prefix(count))
  }

  /// What those signals move the sum by whose points and numbers are wanted, the largest first.
  private func contributions(
    _ signals: SignalValues, where isWanted: (_ points: Double, _ value: Double?) -> Bool
  ) -> [SignalContribution] {
    zip(Signal.allCases, pointsBySignal(signals)).compactMap { signal, points in
      guard let points, case let value = signals[signal], isWanted(points, value) else { return nil }
      return SignalContribution(signal: signal, value: value, points: points)
    }
    .sorted { abs($0.points) > abs($1.points) }
  }

  /// The points that each signal gives, alone and in trees, by its place; `nil` for one that the card does not ask for.
  private func pointsBySignal(_ signals: SignalValues) -> [Double?] {
    var points = [Double?](repeating: nil, count: Signal.allCases.count)
    for row in rows {
      points[row.signal.ordinal] = (points[row.signal.ordinal] ?? 0) + row.points(for: signals)
    }
    laidTrees.forEachContribution(signals) { signal, share in points[signal] = (points[signal] ?? 0) + share }
    return points
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
