/// Finds where a printed log comes to speak of another fold of a cross-validation.
enum FoldMentions {
  /// The most folds of a log.
  private static let most = 1_000

  /// The numbers of the folds, each with the beginning of the line that comes to speak of it; none where there are too
  /// many.
  static func find(in log: [UInt8]) -> [(number: Int, start: Int)] {
    guard let input = try? LogInput(bytes: log, name: "log") else { return [] }
    let lineStarts = TerminalLines.offsets(in: log)
    var mentions: [(number: Int, start: Int)] = []
    var seen: Set<Int> = []
    var lines = TerminalLines(input)
    while let line = try? lines.next() {
      let bytes = line.bytes[...]
      // A number that comes again with a result tells of the fold that was.
      guard let number = number(in: bytes), number != mentions.last?.number,
        seen.insert(number).inserted || !hasDecimal(bytes), line.number <= lineStarts.count
      else { continue }
      guard mentions.count < most else { return [] }
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
