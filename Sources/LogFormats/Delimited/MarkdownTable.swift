/// Where a table of Markdown begins in a text: a line of names above a rule such as `|---|:--:|`.
struct MarkdownTable {
  /// The lines before the table, and their bytes.
  let lines: Int
  let offset: Int

  private static let pipe = UInt8(ascii: "|")
  private static let ruleMarks = Set("|-: \t\r".utf8)

  /// Finds the first table that names something to judge, if there is text before it; `nil` for a log that is a
  /// table from its first line, or has none.
  init?(below head: LogHead) {
    guard head.bytes.contains(Self.pipe) else { return nil }
    var lines = 0
    var offset = 0
    var previous: ArraySlice<UInt8> = []
    var hasText = false
    for line in head.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if Self.isRule(line), hasText, Self.namesMetric(previous),
        Self.cells(previous).count == Self.cells(line).count
      {
        self.lines = lines - 1
        self.offset = offset
        return
      }
      offset = line.startIndex
      // The line before the names must be there for them to have text before them.
      hasText = hasText || previous.contains { $0 > 0x20 }
      previous = line
      lines += 1
    }
    return nil
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(pipe) && line.allSatisfy { ruleMarks.contains($0) }
      && cells(line).allSatisfy { $0.contains(UInt8(ascii: "-")) }
  }

  private static func namesMetric(_ line: ArraySlice<UInt8>) -> Bool {
    line.count < 4_096
      && cells(line).contains { Heading(String(decoding: $0, as: UTF8.self)).metric.isJudged }
  }

  /// The cells of a line, without the edges around them.
  private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    var inner = line.drop(while: isBlank)
    while let last = inner.last, isBlank(last) { inner.removeLast() }
    if inner.first == pipe { inner.removeFirst() }
    if inner.last == pipe { inner.removeLast() }
    return inner.split(separator: pipe, omittingEmptySubsequences: false)
  }
}
