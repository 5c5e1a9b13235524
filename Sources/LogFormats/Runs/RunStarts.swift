/// Where a printed log begins to count its epochs anew, as that of a program that trains several models in turn.
struct RunStarts {
  /// A place at which a run may begin.
  struct Start: Sendable {
    /// The beginning of the first line that belongs to the run: what was printed since the values before it.
    let offset: Int
    /// The lines in front of its first epoch, the nearest first.
    let titles: [RunTitle]
  }

  private struct Line {
    let offset: Int
    let bytes: [UInt8]
  }

  private var starts: [Start] = []
  private var pairs = PrintedPairs()
  /// The first position that was counted, and the latest.
  private var first: Double?
  private var latest = -Double.infinity
  private var namesEpochs = false
  /// The names of the columns of a table that is printed row by row.
  private var header: [String]?
  /// What lines of the latest epoch begin with, up to its number, where that is their first.
  private var prefix: [UInt8] = []
  /// The lines since the latest with values.
  private var recent: [Line] = []

  /// The most starts that are looked at.
  private static let most = 1_000
  /// The most lines that one block in front of a run has.
  private static let longestBlock = 8

  /// The starts in a log; none where there are too many.
  static func find(in log: [UInt8]) -> [Start] {
    guard let input = try? LogInput(bytes: log, name: "log") else { return [] }
    let lineStarts = TerminalLines.offsets(in: log)
    var found = RunStarts()
    var lines = TerminalLines(input)
    while let line = try? lines.next(), found.starts.count <= most {
      if line.bytes == PrintedRun.lineBeforeResults { break }
      guard line.number <= lineStarts.count else { continue }
      found.take(
        Line(offset: lineStarts[line.number - 1], bytes: line.bytes), isDrawnOver: line.isDrawnOver)
    }
    return found.starts.count <= most ? found.starts : []
  }

  private mutating func take(_ line: Line, isDrawnOver: Bool) {
    // Many lines tell of one epoch: it need not be looked for in each.
    if !prefix.isEmpty, line.bytes.starts(with: prefix) {
      recent = []
      return
    }
    let tokens = LineTokens(line.bytes).tokens
    let place = PrintedPlace(tokens, knowsEpochs: namesEpochs)
    if place.namesEpoch { namesEpochs = true }
    // The iterations of a solver are its epochs, where none are named.
    let iteration = place.countsIterations && !namesEpochs ? place.step : nil
    if let position = place.epoch ?? iteration ?? BoostingRounds.round(tokens) {
      let isStart = first.map { position <= $0 && position < latest } ?? starts.isEmpty
      if isStart { begin(with: line) }
      first = first ?? position
      if position != latest { prefix = Self.prefix(of: line.bytes, upTo: position) }
      latest = position
      recent = []
    } else if isDrawnOver {
      return
    } else if isHeader(tokens) {
      begin(with: line)
      header = tokens.compactMap(\.lower)
      // Bars that are drawn below it count anew as well.
      latest = -.infinity
      recent = []
    } else if isRow(tokens) || pairs.find(in: tokens).contains(where: { $0.heading.metric.isJudged }) {
      recent = []
    } else {
      recent.append(line)
      if recent.count > Self.longestBlock { recent.removeFirst() }
    }
  }

  /// A line up to its first number and what follows that, if it is the position; nothing otherwise.
  private static func prefix(of line: [UInt8], upTo position: Double) -> [UInt8] {
    let before = line.prefix { $0 &- 0x30 >= 10 }
    let digits = line[before.endIndex...].prefix { $0 &- 0x30 < 10 }
    guard digits.endIndex < line.endIndex, Double(String(decoding: digits, as: UTF8.self)) == position else {
      return []
    }
    // The number of another thing, such as that of a seed, may be the same.
    let word = String(decoding: before, as: UTF8.self).lowercased().split { !$0.isLetter }.last.map(
      String.init)
    guard word.map({ name in ColumnVocabulary.axes.values.contains { $0.contains(name) } }) ?? true else {
      return []
    }
    return Array(line[...digits.endIndex])
  }

  private mutating func begin(with line: Line) {
    let offset = recent.first?.offset ?? line.offset
    // What was drawn on one line cannot be cut.
    guard starts.last?.offset != offset else { return }
    starts.append(Start(offset: offset, titles: recent.reversed().compactMap { RunTitle($0.bytes) }))
  }

  /// Whether a line names the columns of the table that is printed below it; of all such lines the same one counts.
  private func isHeader(_ tokens: [LineTokens.Token]) -> Bool {
    let words = tokens.compactMap(\.lower)
    if let header { return words == header }
    return first == nil && words.count > 2 && ColumnVocabulary.axes.values.contains { $0.contains(words[0]) }
      && !tokens.contains(where: \.isValue) && words.contains { Heading($0).metric.isJudged }
  }

  /// Whether a line is one of the table.
  private func isRow(_ tokens: [LineTokens.Token]) -> Bool { header != nil && tokens.first?.isValue ?? false }
}
