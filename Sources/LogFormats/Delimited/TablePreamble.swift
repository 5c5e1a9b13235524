/// What stands above the header of a table: a title, a line of settings, or the `sep=;` of Excel.
struct TablePreamble {
  /// The lines above the header, and their bytes.
  let lines: Int
  let offset: Int

  private static let separators = Array(",;\t|".utf8)
  /// The most lines above a header.
  private static let most = 20

  /// Finds the header below other lines; `nil` for a log that begins with its header.
  init?(above head: LogHead) {
    let lines = head.bytes.split(separator: 0x0A, maxSplits: Self.most + 2, omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !Self.isBlank($0) }), !Self.isHeader(lines[first]) else {
      return nil
    }
    if Self.isSeparatorLine(lines[first]), first + 1 < lines.count {
      self.lines = first + 1
      offset = lines[first + 1].startIndex
      return
    }
    // A log that is printed has a table of its own.
    guard !ForeignContent.looksPrinted(lines[first]), lines[first].first != UInt8(ascii: "#") else {
      return nil
    }
    for index in lines.indices.dropFirst(first + 1).dropLast() where Self.isHeader(lines[index]) {
      guard let row = lines[(index + 1)...].first(where: { !Self.isBlank($0) }),
        Self.separators.contains(where: { Self.agree(lines[index], row, $0, besides: lines[first]) })
      else { return nil }
      self.lines = index
      offset = lines[index].startIndex
      return
    }
    return nil
  }

  /// `sep=;`
  private static func isSeparatorLine(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.filter { $0 != 0x0D && $0 != UInt8(ascii: "\"") }
    return text.count == 5 && text.starts(with: Array("sep=".utf8))
      && separators.contains(text[text.endIndex - 1])
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  /// Whether a line names something to judge between separators.
  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 4_096, !ForeignContent.looksPrinted(line) else { return false }
    let cells = line.split { separators.contains($0) }
    return cells.count > 1 && !cells.contains { Dialect.isNumeric($0.filter { $0 != 0x0D }) && !isBlank($0) }
      && cells.contains { Heading(String(decoding: $0, as: UTF8.self)).metric.isJudged }
  }

  /// Whether a header and a row of numbers have as many cells, and the line above both has not.
  private static func agree(
    _ header: ArraySlice<UInt8>, _ row: ArraySlice<UInt8>, _ separator: UInt8,
    besides title: ArraySlice<UInt8>
  ) -> Bool {
    func count(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 == separator } }
    guard count(header) > 0, count(header) == count(row), count(title) != count(header) else { return false }
    let cells = row.split(separator: separator).dropFirst()
    return cells.contains { Dialect.isNumeric($0.filter { $0 != 0x0D && $0 != UInt8(ascii: "\"") }) }
  }
}
