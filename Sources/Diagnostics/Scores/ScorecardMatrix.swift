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

  private let bases: [Double]
  private var rows: [Row] = []
  private var points: [Double] = []

  /// Puts cards side by side; their totals come in the same order.
  init(_ cards: [Scorecard]) {
    bases = cards.map(\.base)
    var places: [Key: Row] = [:]
    for (place, card) in cards.enumerated() {
      for row in card.rows {
        let key = Key(signal: row.signal, knots: row.knots)
        let start = places[key]?.start ?? points.count
        if places[key] == nil {
          let new = Row(signal: row.signal.ordinal, knots: row.knots, start: start)
          places[key] = new
          rows.append(new)
          points += [Double](repeating: 0, count: cards.count * (row.knots.count + 1))
        }
        for (column, number) in ([row.missing] + row.points).enumerated() {
          points[start + column * cards.count + place] += number
        }
      }
    }
  }

  /// The sum of the points of each card.
  func totals(_ signals: SignalValues) -> [Double] {
    var totals = bases
    let count = bases.count
    totals.withUnsafeMutableBufferPointer { totals in
      points.withUnsafeBufferPointer { points in
        for row in rows {
          let (column, share) = row.place(of: signals.numbers[row.signal])
          let before = row.start + column * count
          let after = share > 0 ? before + count : before
          for card in 0..<count {
            let low = points[before + card]
            totals[card] += low + share * (points[after + card] - low)
          }
        }
      }
    }
    return totals
  }
}
