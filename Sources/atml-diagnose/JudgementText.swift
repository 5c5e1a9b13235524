import ATMLDiagnose

/// The scorecard of a judgement as text for a terminal.
struct JudgementText {
  let text: String

  /// How many of its trees are shown where not all are asked for.
  private static let shownTrees = 10

  /// - Parameter showsAll: Whether every tree is shown, instead of those that can move most.
  init(_ judgement: Judgement, scorecard: Scorecard, showsAll: Bool) {
    let reading =
      "A run starts with the base points, and each signal adds those of its value: in proportion between two "
      + "values of the table, those of the outermost ones beyond them, and those under 'missing' where the log "
      + "does not tell. \(PointsText.reading)"
    var lines = ["\(judgement.rawValue): \(judgement.summary)", ""]
    lines += ["Verdict: \(judgement.verdict.rawValue)", ""]
    lines += TextLines.wrapped(reading, width: 80) + [""]
    lines += TextLines.wrapped(SignalText.reading, width: 80) + [""]
    lines += ["Base points: \(PointsText.signed(scorecard.base))", ""]
    lines += ["Signals, the one that can move most points first:"]
    for row in scorecard.rows.sorted(by: { Self.range(of: $0) > Self.range(of: $1) }) {
      lines += ["", "  \(row.signal.title)"] + Self.table(of: row).map { "    " + $0 }
    }
    if !scorecard.trees.isEmpty {
      lines += ["", "Points for what signals say together, those that can move most first:"]
      let trees = scorecard.trees.sorted { Self.width(of: $0.range) > Self.width(of: $1.range) }
      let shown = showsAll ? trees.count : Self.shownTrees
      lines += trees.prefix(shown).flatMap { [""] + Self.lines(of: $0, indent: 2) }
      if trees.count > shown {
        lines += [
          "", "These are \(shown) of \(trees.count); --all shows the others, which can move less, too.",
        ]
      }
    }
    text = lines.joined(separator: "\n")
  }

  private static func width(of range: ClosedRange<Double>) -> Double { range.upperBound - range.lowerBound }

  /// A tree as its questions with what follows each answer, on lines of a terminal's width.
  private static func lines(of tree: ShallowTree, indent: Int) -> [String] {
    guard case .question(let question, let low, let high) = tree else { return [] }
    let margin = String(repeating: " ", count: indent)
    func answer(_ answer: String, _ next: ShallowTree) -> [String] {
      if case .points(let points) = next { return ["\(margin)  \(answer): \(PointsText.signed(points))"] }
      return ["\(margin)  \(answer):"] + lines(of: next, indent: indent + 4)
    }
    return TextLines.wrapped(asked(question) + "?", width: 80 - indent).map { margin + $0 }
      + answer("yes", high) + answer("no or missing", low)
  }

  private static func asked(_ question: ShallowTree.Question) -> String {
    SignalText.question(question.threshold, of: question.signal)
  }

  /// How many points lie between two values of a signal at most.
  private static func range(of row: Scorecard.Row) -> Double {
    (row.points.max() ?? 0) - (row.points.min() ?? 0)
  }

  /// Two lines: the values of a signal, and the points at each.
  private static func table(of row: Scorecard.Row) -> [String] {
    var table = TextTable([.left] + Array(repeating: .right, count: row.knots.count + 1))
    table.add(["value"] + row.knots.map { SignalText.value($0, of: row.signal) } + ["missing"])
    table.add(["points"] + (row.points + [row.missing]).map(PointsText.signed))
    return table.lines
  }
}
