/// The points of many scorecards side by side, so that a signal is looked up once for all of them.
///
/// Cards that were fitted together share the knots of a signal: a column of points belongs to each knot, with one
/// place for each card. The points of a run are a mix of two such columns, which is added up for all cards at once.
struct ScorecardMatrix: Sendable {
  /// A signal with the knots that some cards have for it.
  private struct Row: Sendable {
    let signal: Int
    let knots: [Double]
    /// Where its points begin: first those of a missing signal, then those at each knot.
    let start: Int

    /// The column at or before a value, 0 for a missing one, and how far the value lies on the way to the next.
    func place(of value: Double) -> (column: Int, share: Double) {
      guard !value.isNaN else { return (0, 0) }
      guard value > knots[0] else { return (1, 0) }
      guard let above = knots.firstIndex(where: { $0 > value }) else { return (knots.count, 0) }
      return (above, (value - knots[above - 1]) / (knots[above] - knots[above - 1]))
    }
  }

  private struct Key: Hashable {
    let signal: Signal
    let knots: [Double]
  }

  /// The places of eight cards.
  private typealias Lanes = SIMD8<Double>

  private let count: Int
  private let bases: [Lanes]
  private var rows: [Row] = []
  private var points: [Lanes] = []
  private let trees: LaidTrees

  /// Puts cards side by side; their totals come in the same order.
  init(_ cards: [Scorecard]) {
    count = cards.count
    trees = LaidTrees(cards.map(\.trees))
    let width = (cards.count + 7) / 8
    var bases = [Lanes](repeating: .zero, count: width)
    var places: [Key: Row] = [:]
    for (place, card) in cards.enumerated() {
      bases[place / 8][place % 8] = card.base
      for row in card.rows {
        let key = Key(signal: row.signal, knots: row.knots)
        let start = places[key]?.start ?? points.count
        if places[key] == nil {
          let new = Row(signal: row.signal.ordinal, knots: row.knots, start: start)
          places[key] = new
          rows.append(new)
          points += [Lanes](repeating: .zero, count: width * (row.knots.count + 1))
        }
        for (column, number) in ([row.missing] + row.points).enumerated() {
          points[start + column * width + place / 8][place % 8] += number
        }
      }
    }
    self.bases = bases
  }

  /// The sum of the points of each card.
  func totals(_ signals: SignalValues) -> [Double] {
    var totals = bases
    let width = bases.count
    for row in rows {
      let (column, share) = row.place(of: signals.numbers[row.signal])
      let before = row.start + column * width
      let after = share > 0 ? before + width : before
      for lanes in 0..<width {
        let low = points[before + lanes]
        totals[lanes] += low + share * (points[after + lanes] - low)
      }
    }
    let sums = trees.sums(signals)
    return (0..<count).map { totals[$0 / 8][$0 % 8] + sums[$0] }
  }
}
