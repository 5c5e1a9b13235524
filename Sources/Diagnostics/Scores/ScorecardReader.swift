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

  mutating func read(_ line: Substring, number: Int) throws(ScorecardError) {
    guard !line.isEmpty else { return }
    let cells = line.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    func refusal(_ expected: String) -> ScorecardError {
      ScorecardError(line: number, found: String(line), expected: expected)
    }
    func numbers(from start: Int) throws(ScorecardError) -> [Double] {
      let numbers = cells.dropFirst(start).compactMap { Double($0) }
      guard numbers.count == cells.count - start, !numbers.isEmpty else {
        throw refusal("numbers from cell \(start + 1) on")
      }
      return numbers
    }
    switch cells[0] {
    case "signal":
      guard cells.count > 2, let signal = signals[cells[1]] else {
        throw refusal("a signal and its knots")
      }
      let values = try numbers(from: 2)
      guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw refusal("rising knots") }
      knots[signal] = values
    case "card":
      guard cells.count == 3 else { throw refusal("card,name,base") }
      bases[cells[1]] = try numbers(from: 2)[0]
    case "points":
      guard cells.count > 4, let signal = signals[cells[2]], let places = knots[signal] else {
        throw refusal("points of a card for a signal whose knots are known")
      }
      let values = try numbers(from: 3)
      guard values.count == places.count + 1 else { throw refusal("\(places.count + 1) points") }
      rows[cells[1], default: []].append(
        Scorecard.Row(signal, knots: places, points: Array(values.dropFirst()), missing: values[0]))
    case "tree":
      guard cells.count > 2, let tree = tree(cells.dropFirst(2)) else {
        throw refusal(
          "tree,card, then at most \(ShallowTree.mostQuestions) questions in a row, each a signal, its threshold and "
            + "what follows where it is low and where it is high: a question or points")
      }
      trees[cells[1], default: []].append(tree)
    case "similar":
      let values = try numbers(from: 2)
      guard values.count == 5 else { throw refusal("similar,remedy,limit,gain,better,worse,runs") }
      similar[cells[1], default: []].append(
        RemedyCard.Group(
          limit: values[0], gain: values[1], better: values[2], worse: values[3], runs: Int(values[4])))
    default: throw refusal("signal, card, points, tree or similar")
    }
  }

  /// A tree in the order in which it is asked: a question is a signal, its threshold, what follows where it is low and
  /// what follows where it is high, and a number alone is points.
  private func tree(_ cells: ArraySlice<String>) -> ShallowTree? {
    var rest = cells
    func next() -> ShallowTree? {
      guard let cell = rest.popFirst() else { return nil }
      guard let signal = signals[cell] else { return Double(cell).map(ShallowTree.points) }
      guard let threshold = rest.popFirst().flatMap(Double.init), let low = next(), let high = next() else {
        return nil
      }
      return .question(ShallowTree.Question(signal, above: threshold), low: low, high: high)
    }
    guard let tree = next(), rest.isEmpty, 1...ShallowTree.mostQuestions ~= tree.depth else { return nil }
    return tree
  }
}
