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
  }

  /// The most bytes of a log that is cut into folds, and the most folds.
  static let mostBytes = 32 << 20
  private static let mostFolds = 1_000

  /// The folds in what was printed; none where there are not at least two with a course.
  ///
  /// - Parameter shelf: The formats that a fold may be of.
  static func find(in log: [UInt8], shelf: FormatShelf) -> [Fold] {
    var counts: [Int: Int] = [:]
    let folds = sections(of: log).compactMap { number, range -> Fold? in
      let part = Array(log[range])
      guard let head = try? LogInput(bytes: part, name: "fold").head, let format = shelf.format(of: head),
        let input = try? LogInput(bytes: part, name: "fold"),
        let run = try? format.read(input, options: ReadingOptions()),
        run.series.contains(where: { $0.metric.isJudged && $0.count > 1 })
      else { return nil }
      counts[number, default: 0] += 1
      let count = counts[number, default: 1]
      return Fold(
        name: "fold \(number)" + (count > 1 ? " (\(count))" : ""), log: part, format: format, run: run)
    }
    return folds.count > 1 ? folds : []
  }

  /// The runs of a log that holds folds; `nil` for any other.
  static func runs(in input: LogInput, shelf: FormatShelf) -> [RunLocation]? {
    guard let path = input.reopenablePath, !sections(of: input.head.bytes).isEmpty,
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

  /// The stretches of a log that are of one fold each, by the numbers of the folds.
  private static func sections(of log: [UInt8]) -> [(number: Int, range: Range<Int>)] {
    var sections: [(number: Int, range: Range<Int>)] = []
    var seen: Set<Int> = []
    var current: (number: Int, start: Int)?
    var start = 0
    while start < log.count {
      let end = log[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? log.count
      defer { start = end }
      let line = withoutColors(log[start..<end])
      guard let number = number(in: line), number != current?.number,
        seen.insert(number).inserted || !hasDecimal(line)
      else { continue }
      if let current { sections.append((current.number, current.start..<start)) }
      guard sections.count < mostFolds else { return [] }
      current = (number, start)
    }
    if let current { sections.append((current.number, current.start..<log.count)) }
    return sections
  }

  /// A line without escape sequences.
  private static func withoutColors(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(0x1B) else { return line }
    var plain: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      if byte == 0x1B { rest = rest.drop { !isLetter($0) }.dropFirst() } else { plain.append(byte) }
    }
    return plain[...]
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
