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

  /// A tree as plain numbers, of three questions in a row everywhere: one that is not asked is one that no number
  /// answers by yes.
  private struct Tree: Sendable {
    /// How many questions there are: one, the two that may follow it, and the four after those.
    private static let questions = (1 << ShallowTree.mostQuestions) - 1

    /// The first question, then those that follow it where it is low and where it is high, then those after them.
    private var signals = SIMD8<UInt8>.zero
    private var thresholds = SIMD8<Double>(repeating: .infinity)
    /// The points of the last answers in the order of their questions, where it is low before where it is high.
    private var points = SIMD8<Double>.zero

    init(_ tree: ShallowTree) { lay(tree, at: 0) }

    private mutating func lay(_ tree: ShallowTree, at place: Int) {
      switch tree {
      case .question(let question, let low, let high):
        signals[place] = UInt8(question.signal.ordinal)
        thresholds[place] = question.threshold
        lay(low, at: 2 * place + 1)
        lay(high, at: 2 * place + 2)
      case .points(let number) where place >= Self.questions: points[place - Self.questions] = number
      case .points:
        lay(tree, at: 2 * place + 1)
        lay(tree, at: 2 * place + 2)
      }
    }

    @inline(__always)
    func points(for numbers: UnsafeBufferPointer<Double>) -> Double {
      // Places instead of branches: one that is as often taken as not costs more.
      var place = 0
      for _ in 0..<ShallowTree.mostQuestions {
        place = 2 * place + (numbers[Int(signals[place])] > thresholds[place] ? 2 : 1)
      }
      return points[place - Self.questions]
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
