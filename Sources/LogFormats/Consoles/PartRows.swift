/// A table with a part of the data in each row and a metric in each column, as Ludwig prints it for each epoch:
/// `loss | acc` above `Training | 0.69 | 0.51`.
struct PartRows {
  typealias Token = LineTokens.Token

  private var metrics: [String] = []

  /// The tokens of a line, those of a row as `Training loss: 0.69, Training acc: 0.51`.
  mutating func plain(_ line: [Token]) -> [Token] {
    guard case .word(let first)? = line.first(where: { !Self.isEdge($0) }) else { return line }
    let split = ColumnVocabulary.split(first.lowercased())
    // Most lines are neither a header nor below one.
    guard !metrics.isEmpty || split == nil && line.count < 32 else { return line }
    let cells = line.filter { !Self.isEdge($0) }
    if split == nil {
      if let names = Self.header(cells) { metrics = names }
      return line
    }
    let values = cells.dropFirst()
    guard values.count == metrics.count, values.allSatisfy(Self.isNumber) else { return line }
    return zip(metrics, values).flatMap { metric, value -> [Token] in
      [.word(first), .word(metric), .mark(UInt8(ascii: ":")), value, .mark(UInt8(ascii: ","))]
    }
  }

  /// The metrics that a line of nothing but their names holds, behind a word such as `phase` or none.
  private static func header(_ cells: [Token]) -> [String]? {
    let words = cells.compactMap { if case .word(let word) = $0 { word } else { nil } }
    guard words.count == cells.count, let first = words.first else { return nil }
    let names = ColumnVocabulary.longSplit.contains(first.lowercased()) ? Array(words.dropFirst()) : words
    let areMetrics = names.allSatisfy { Heading($0).metric.isJudged && Heading($0).split == nil }
    return areMetrics && !names.isEmpty ? names : nil
  }

  private static func isNumber(_ token: Token) -> Bool {
    switch token {
    case .number, .percent: true
    default: false
    }
  }

  /// Whether a token is the edge of a cell: a bar, or one of the characters that boxes are drawn with.
  private static func isEdge(_ token: Token) -> Bool {
    switch token {
    case .mark(let mark): mark == UInt8(ascii: "|") || mark == UInt8(ascii: "+")
    case .word(let word): word.unicodeScalars.allSatisfy { (0x2500...0x257F).contains($0.value) }
    default: false
    }
  }
}
