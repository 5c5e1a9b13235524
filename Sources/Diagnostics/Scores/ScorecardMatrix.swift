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
  /// The trees of all cards, one card after the other.
  private let trees: [Tree]
  /// Where the trees of each card end.
  private let treeEnds: [Int]

  /// A tree as plain numbers; a question that is not asked is one that no number answers by yes.
  private struct Tree: Sendable {
    let signals: SIMD4<Int32>
    let thresholds: SIMD4<Double>
    /// The points where both are low, where the second is high, where the first is high, and where both are.
    let points: SIMD4<Double>

    init(_ tree: ShallowTree) {
      let questions: [ShallowTree.Question?] = [tree.question, tree.low.question, tree.high.question, nil]
      signals = SIMD4(questions.map { Int32($0?.signal.ordinal ?? 0) })
      thresholds = SIMD4(questions.map { $0?.threshold ?? .infinity })
      points = SIMD4(tree.low.low, tree.low.high, tree.high.low, tree.high.high)
    }

    @inline(__always)
    func points(for numbers: UnsafeBufferPointer<Double>) -> Double {
      let first = numbers[Int(signals[0])] > thresholds[0] ? 1 : 0
      let second = numbers[Int(signals[1 + first])] > thresholds[1 + first] ? 1 : 0
      return points[2 * first + second]
    }
  }

  /// Puts cards side by side; their totals come in the same order.
  init(_ cards: [Scorecard]) {
    count = cards.count
    trees = cards.flatMap { $0.trees.map(Tree.init) }
    var end = 0
    treeEnds = cards.map { card in
      end += card.trees.count
      return end
    }
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
    var sums = (0..<count).map { totals[$0 / 8][$0 % 8] }
    signals.numbers.withUnsafeBufferPointer { numbers in
      var start = 0
      for (place, end) in treeEnds.enumerated() {
        var sum = 0.0
        for index in start..<end { sum += trees[index].points(for: numbers) }
        sums[place] += sum
        start = end
      }
    }
    return sums
  }
}
