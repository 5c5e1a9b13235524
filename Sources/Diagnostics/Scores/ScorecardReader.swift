/// Reads a table of scorecards line by line.
struct ScorecardReader {
  private var knots: [Signal: [Double]] = [:]
  private var bases: [String: Double] = [:]
  private var rows: [String: [Scorecard.Row]] = [:]
  private var trees: [String: [ShallowTree]] = [:]
  /// What remedies brought in groups of runs, by the remedy's id.
  private(set) var similar: [String: [RemedyCard.Group]] = [:]
  /// The signals by their names: a table has thousands.
  private let signals = Dictionary(uniqueKeysWithValues: Signal.allCases.map { ($0.rawValue, $0) })

  /// The card of a name, if the table has one.
  func card(_ name: String) -> Scorecard? {
    bases[name].map { Scorecard(base: $0, rows: rows[name] ?? [], trees: trees[name] ?? []) }
  }

  /// Reads a line; an empty one says nothing.
  ///
  /// - Throws: ``ScorecardError`` for a line that is not understood, and for points of a card that has not begun.
  mutating func read(_ text: Substring, number: Int) throws(ScorecardError) {
    guard !text.isEmpty else { return }
    let line = Line(text, number: number)
    switch line.cells[0] {
    case "signal": try readSignal(line)
    case "card":
      guard line.cells.count == 3 else { throw line.refusal("card,name,base") }
      bases[line.cells[1]] = try line.numbers(from: 2)[0]
    case "points": try readPoints(line)
    case "tree": try readTree(line)
    case "similar": try readSimilar(line)
    default: throw line.refusal("signal, card, points, tree or similar")
    }
  }

  private mutating func readSignal(_ line: Line) throws(ScorecardError) {
    guard line.cells.count > 2, let signal = signals[line.cells[1]] else {
      throw line.refusal("a signal and its knots")
    }
    let values = try line.numbers(from: 2)
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw line.refusal("rising knots") }
    knots[signal] = values
  }

  private mutating func readPoints(_ line: Line) throws(ScorecardError) {
    guard line.cells.count > 4, let signal = signals[line.cells[2]], let places = knots[signal] else {
      throw line.refusal("points of a card for a signal whose knots are known")
    }
    let card = try begunCard(line)
    let values = try line.numbers(from: 3)
    guard values.count == places.count + 1 else { throw line.refusal("\(places.count + 1) points") }
    rows[card, default: []].append(
      Scorecard.Row(signal, knots: places, points: Array(values.dropFirst()), missing: values[0]))
  }

  private mutating func readTree(_ line: Line) throws(ScorecardError) {
    guard line.cells.count > 2, let tree = tree(line.cells.dropFirst(2)) else {
      throw line.refusal(
        "tree,card, then at most \(ShallowTree.mostQuestions) questions in a row, each a signal, its threshold and "
          + "what follows where it is low and where it is high: a question or points")
    }
    trees[try begunCard(line), default: []].append(tree)
  }

  private mutating func readSimilar(_ line: Line) throws(ScorecardError) {
    let expected = "similar,remedy,limit,gain,better,worse,runs"
    guard line.cells.count == 7, let limit = Double(line.cells[2]), !limit.isNaN else {
      throw line.refusal(expected)
    }
    let values = try line.numbers(from: 3)
    guard let runs = Int(exactly: values[3]), runs >= 0 else { throw line.refusal(expected) }
    similar[line.cells[1], default: []].append(
      RemedyCard.Group(limit: limit, gain: values[0], better: values[1], worse: values[2], runs: runs))
  }

  /// The name of the card that a line adds to.
  private func begunCard(_ line: Line) throws(ScorecardError) -> String {
    guard bases[line.cells[1]] != nil else { throw line.refusal("a card that a line above begins") }
    return line.cells[1]
  }

  /// A tree in the order in which it is asked: a question is a signal, its threshold, what follows where it is low and
  /// what follows where it is high, and a number alone is points.
  private func tree(_ cells: ArraySlice<String>) -> ShallowTree? {
    var rest = cells
    func next(asking most: Int) -> ShallowTree? {
      guard let cell = rest.popFirst() else { return nil }
      guard let signal = signals[cell] else { return Line.finite(cell).map(ShallowTree.points) }
      guard most > 0, let threshold = rest.popFirst().flatMap(Line.finite), let low = next(asking: most - 1),
        let high = next(asking: most - 1)
      else { return nil }
      return .question(ShallowTree.Question(signal, above: threshold), low: low, high: high)
    }
    guard let tree = next(asking: ShallowTree.mostQuestions), rest.isEmpty, tree.depth > 0 else { return nil }
    return tree
  }
}

extension ScorecardReader {
  /// A line of the table in its cells.
  private struct Line {
    let cells: [String]
    private let text: Substring
    private let number: Int

    init(_ text: Substring, number: Int) {
      cells = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
      self.text = text
      self.number = number
    }

    /// The cells from one on as numbers, at least one.
    func numbers(from start: Int) throws(ScorecardError) -> [Double] {
      let numbers = cells.dropFirst(start).compactMap(Self.finite)
      guard numbers.count == cells.count - start, !numbers.isEmpty else {
        throw refusal("numbers from cell \(start + 1) on")
      }
      return numbers
    }

    func refusal(_ expected: String) -> ScorecardError {
      ScorecardError(line: number, found: String(text), expected: expected)
    }

    static func finite(_ cell: String) -> Double? { Double(cell).flatMap { $0.isFinite ? $0 : nil } }
  }
}
