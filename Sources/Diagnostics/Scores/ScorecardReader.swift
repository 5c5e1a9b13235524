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
      guard cells.count == 12, let tree = tree(Array(cells.dropFirst(2))) else {
        throw refusal("tree,card, three times a signal and its threshold, and four points")
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

  /// A tree by three questions, of which the second and the third may be blank, and the points of its four leaves.
  private func tree(_ cells: [String]) -> ShallowTree? {
    let points = cells[6...].compactMap { Double($0) }
    func question(_ place: Int) -> ShallowTree.Question? {
      guard let signal = signals[cells[place]], let threshold = Double(cells[place + 1]) else {
        return nil
      }
      return ShallowTree.Question(signal, above: threshold)
    }
    func isBlank(_ place: Int) -> Bool { cells[place].isEmpty && cells[place + 1].isEmpty }
    let (low, high) = (question(2), question(4))
    guard let first = question(0), low != nil || isBlank(2), high != nil || isBlank(4), points.count == 4,
      low != nil || points[0] == points[1], high != nil || points[2] == points[3]
    else { return nil }
    return ShallowTree(
      first, low: ShallowTree.Branch(low, low: points[0], high: points[1]),
      high: ShallowTree.Branch(high, low: points[2], high: points[3]))
  }
}
