import ATMLDiagnose

/// The scorecard of a judgement as text for a terminal.
struct JudgementText {
  let text: String

  init(_ judgement: Judgement, scorecard: Scorecard) {
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
      lines += ["", "Points for what two signals say together, the pair that can move most first:"]
      let trees = scorecard.trees.sorted { Self.range(of: $0) > Self.range(of: $1) }
      lines += trees.flatMap { [""] + Self.questions(of: $0) }
    }
    text = lines.joined(separator: "\n")
  }

  private static func range(of tree: ShallowTree) -> Double {
    let points = [tree.low.low, tree.low.high, tree.high.low, tree.high.high]
    return (points.max() ?? 0) - (points.min() ?? 0)
  }

  /// A tree as its questions with the points of each answer, on lines of a terminal's width.
  private static func questions(of tree: ShallowTree) -> [String] {
    func branch(_ answer: String, _ branch: ShallowTree.Branch) -> [String] {
      guard let question = branch.question else { return ["\(answer): \(PointsText.signed(branch.low))"] }
      return [
        "\(answer), and \(asked(question)): \(PointsText.signed(branch.high))",
        "\(answer), and not: \(PointsText.signed(branch.low))",
      ]
    }
    let answers = branch("yes", tree.high) + branch("no or missing", tree.low)
    return TextLines.wrapped(asked(tree.question), width: 78).map { "  " + $0 }
      + answers.flatMap { TextLines.wrapped($0, width: 76).map { "    " + $0 } }
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
