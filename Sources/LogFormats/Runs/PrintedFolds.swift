import RunRecords

/// The folds of a cross-validation that one program printed one after the other, each of which is a run.
struct PrintedFolds {
  /// One fold that shows the course of a run.
  struct Fold: Sendable {
    /// Such as `fold 3`, with the count behind it where the same number comes again.
    let name: String
    let log: [UInt8]
    let format: any LogFormat.Type
    /// What was read of it without any options.
    let run: RunRecord

    func named(_ name: String) -> Fold { Fold(name: name, log: log, format: format, run: run) }
  }

  /// The most bytes of a log that is cut into folds, and the most folds.
  static let mostBytes = 32 << 20
  private static let mostFolds = 1_000

  /// The folds in what was printed; none where there are not at least two with a course.
  ///
  /// - Parameter shelf: The formats that a fold may be of.
  static func find(in log: [UInt8], shelf: FormatShelf) -> [Fold] {
    let mentions = mentions(in: log)
    guard let first = mentions.first else { return [] }
    let ends = mentions.dropFirst().map(\.start) + [log.count]
    var parts = zip(mentions, ends).map { mention, end in
      part("fold \(mention.number)", log[mention.start..<end], shelf)
    }
    if let before = part("before fold \(first.number)", log[..<first.start], shelf) {
      if let last = parts.last, last == nil {
        // Each fold is named behind its epochs.
        let starts = [0] + mentions.map(\.start)
        parts = zip(mentions, starts).map { mention, start in
          part("fold \(mention.number)", log[start..<mention.start], shelf)
        }
      } else {
        parts.insert(before, at: 0)
      }
    }
    var counts: [String: Int] = [:]
    let folds = parts.compactMap(\.self).map { fold in
      counts[fold.name, default: 0] += 1
      let count = counts[fold.name, default: 1]
      return count == 1 ? fold : fold.named("\(fold.name) (\(count))")
    }
    return folds.count > 1 ? folds : []
  }

  /// What was printed in a part of the log; `nil` if it shows no course.
  private static func part(_ name: String, _ log: ArraySlice<UInt8>, _ shelf: FormatShelf) -> Fold? {
    let log = Array(log)
    guard let head = try? LogInput(bytes: log, name: "fold").head, let format = shelf.format(of: head),
      let input = try? LogInput(bytes: log, name: "fold"),
      let run = try? format.read(input, options: ReadingOptions()),
      run.series.contains(where: { $0.metric.isJudged && $0.count > 1 })
    else { return nil }
    return Fold(name: name, log: log, format: format, run: run)
  }

  /// The runs of a log that holds folds; `nil` for any other.
  static func runs(in input: LogInput, shelf: FormatShelf) -> [RunLocation]? {
    guard let path = input.reopenablePath, !mentions(in: input.head.bytes).isEmpty,
      let log = try? input.rest(upTo: mostBytes)
    else { return nil }
    let folds = find(in: log, shelf: shelf)
    guard !folds.isEmpty else { return nil }
    let source = input.source
    return folds.map { fold in
      RunLocation(name: fold.name, source: path, format: fold.format.card.id) { (options) throws(LogError) in
        do throws(LogError) {
          var run = try fold.format.read(
            try LogInput(bytes: fold.log, name: fold.name), options: options)
          run.source = source
          return run
        } catch {
          var error = error
          error.source = "\(source), \(fold.name)"
          // Lines were counted from the beginning of the fold.
          error.line = nil
          throw error
        }
      }
    }
  }

  /// Where a log comes to speak of another fold than before, by the beginnings of these lines.
  private static func mentions(in log: [UInt8]) -> [(number: Int, start: Int)] {
    guard let input = try? LogInput(bytes: log, name: "log") else { return [] }
    let lineStarts = [0] + log.indices.filter { log[$0] == 0x0A }.map { $0 + 1 }
    var mentions: [(number: Int, start: Int)] = []
    var seen: Set<Int> = []
    var lines = TerminalLines(input)
    while let line = try? lines.next() {
      let bytes = line.bytes[...]
      // A number that comes again with a result tells of the fold that was.
      guard let number = number(in: bytes), number != mentions.last?.number,
        seen.insert(number).inserted || !hasDecimal(bytes), line.number <= lineStarts.count
      else { continue }
      guard mentions.count < mostFolds else { return [] }
      mentions.append((number, lineStarts[line.number - 1]))
    }
    return mentions
  }

  private static let word = Array("fold".utf8)
  private static let marks = Set(" _:#=-[(".utf8)

  /// The number behind the word `fold` in a line; `nil` where there is none.
  private static func number(in line: ArraySlice<UInt8>) -> Int? {
    var index = line.startIndex
    while index + word.count < line.endIndex {
      defer { index += 1 }
      guard isWord(line, at: index) else { continue }
      var next = index + word.count
      while next < line.endIndex, marks.contains(line[next]) { next += 1 }
      let digits = line[next...].prefix { isDigit($0) }
      let behind = digits.endIndex < line.endIndex ? line[digits.endIndex] : 0
      guard (1...3).contains(digits.count),
        behind != UInt8(ascii: ".") || !isDigitAfterPoint(line, digits.endIndex)
      else { continue }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return nil
  }

  /// Whether `fold` or `kfold` stands at a place, at the beginning of a word and in letters of any case.
  private static func isWord(_ line: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard zip(word, line[index...]).allSatisfy({ $0 == $1 | 0x20 }) else { return false }
    var before = index - 1
    if before >= line.startIndex, line[before] | 0x20 == UInt8(ascii: "k") { before -= 1 }
    return before < line.startIndex || !isLetter(line[before])
  }

  /// Whether a line holds a number with a point, as results do.
  private static func hasDecimal(_ line: ArraySlice<UInt8>) -> Bool {
    line.indices.contains { line[$0] == UInt8(ascii: ".") && isDigitAfterPoint(line, $0) }
  }

  private static func isDigitAfterPoint(_ line: ArraySlice<UInt8>, _ point: Int) -> Bool {
    point + 1 < line.endIndex && isDigit(line[point + 1])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
