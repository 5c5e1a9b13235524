import Texts

/// How a table is written: what separates its cells, its lines, and a number's digits.
struct Dialect: Sendable, Hashable {
  enum Separator: Sendable, Hashable {
    case byte(UInt8)
    /// Columns aligned by blanks.
    case blanks
  }

  var separator: Separator
  /// The decimal mark, a point or a comma.
  var mark: UInt8
  /// A line feed; a carriage return in files that have no line feed.
  var lineEnd: UInt8
  /// Whether lines begin and end with a separator, as in `| epoch | loss |`.
  var hasEdges: Bool
  /// Whether the names of columns aligned by blanks hold single blanks, as `Train Loss` does.
  var hasWideNames = false
  /// Whether text follows the table behind a blank line, as in Markdown.
  var endsAtBlankLine = false

  /// Commas between plain numbers.
  static let plain = Dialect(
    separator: .byte(UInt8(ascii: ",")), mark: UInt8(ascii: "."), lineEnd: 0x0A, hasEdges: false)

  private static let candidates = [",", ";", "\t", "|"].flatMap { Array($0.utf8) }
  private static let sampleLines = 30

  /// Finds the dialect by the header line and the lines below it; `nil` if there is no table.
  static func sniff(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Dialect? {
    let lineEnd: UInt8 = !bytes.contains(0x0A) && bytes.contains(0x0D) ? 0x0D : 0x0A
    let lines = sample(bytes, lineEnd: lineEnd, isWhole: isWhole)
    guard let header = headerLine(lines) else { return nil }
    let rows = lines.filter { $0.first != UInt8(ascii: "#") && $0 != header }
    var dialect = Dialect.plain
    dialect.lineEnd = lineEnd
    var best = (agreeing: -1, cells: 0)
    for candidate in candidates {
      let cells = QuotedLine.count(candidate, in: header)
      guard cells > 0 else { continue }
      let agreeing = rows.count { QuotedLine.count(candidate, in: $0) == cells }
      if (agreeing, cells) > best {
        best = (agreeing, cells)
        dialect.separator = .byte(candidate)
      }
    }
    if best.cells == 0, blankSeparated(header).count > 1,
      rows.isEmpty || rows.contains(where: { blankSeparated($0).count == headerWords(header) })
    {
      dialect.separator = .blanks
    } else if best.cells == 0 {
      let names = wideNames(header)
      if names > 1, rows.contains(where: { blankSeparated($0).count == names }) {
        dialect.separator = .blanks
        dialect.hasWideNames = true
      }
    }
    if dialect.separator == .byte(UInt8(ascii: "|")) {
      dialect.hasEdges = header.first == UInt8(ascii: "|")
    }
    let isComma = dialect.separator == .byte(UInt8(ascii: ","))
    if isComma ? quotesDecimalComma(rows) : usesDecimalComma(rows) { dialect.mark = UInt8(ascii: ",") }
    return dialect
  }

  /// Whether the cells of a line are all numbers or empty.
  static func isNumeric(_ line: some Collection<UInt8>) -> Bool {
    let separators = Set(candidates + [0x20])
    return line.split { separators.contains($0) }.allSatisfy { cell in
      Array(cell).withUnsafeBufferPointer {
        if case .text = CellValue.parse($0, mark: UInt8(ascii: ".")) { false } else { true }
      }
    }
  }

  /// The first lines that hold anything, trimmed; an unfinished one at the end is left out.
  private static func sample(_ bytes: ArraySlice<UInt8>, lineEnd: UInt8, isWhole: Bool) -> [[UInt8]] {
    var lines = bytes.split(separator: lineEnd, maxSplits: 4 * sampleLines, omittingEmptySubsequences: true)
    if lines.count > 1, !isWhole || lines.count > 4 * sampleLines { lines.removeLast() }
    return lines.map(trimmed).filter { !$0.isEmpty }.prefix(sampleLines).map { Array($0) }
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // A tab at the beginning is an empty first cell.
    let start = line.drop { $0 == 0x20 || $0 == 0x0D }
    guard let last = start.lastIndex(where: { $0 != 0x20 && $0 != 0x0D }) else { return [] }
    return start[...last]
  }

  /// The first line that is no comment; the comment before it if that line holds only numbers.
  private static func headerLine(_ lines: [[UInt8]]) -> [UInt8]? {
    let isComment = { (line: [UInt8]) in line.first == UInt8(ascii: "#") }
    guard let index = lines.firstIndex(where: { !isComment($0) }) else { return lines.last }
    guard isNumeric(lines[index]), index > 0 else { return lines[index] }
    // A remark may stand between the names and the numbers, as in the `lcurve.out` of DeePMD-kit.
    return lines[..<index].last { hasAsManyCells($0, as: lines[index]) } ?? lines[index - 1]
  }

  /// Whether a comment has as many cells as a row of numbers.
  private static func hasAsManyCells(_ comment: [UInt8], as row: [UInt8]) -> Bool {
    guard let separator = candidates.first(where: { row.contains($0) }) else {
      return headerWords(comment) == blankSeparated(row).count
    }
    return QuotedLine.count(separator, in: comment) == QuotedLine.count(separator, in: row)
  }

  private static func blankSeparated(_ line: [UInt8]) -> [ArraySlice<UInt8>] {
    line.split { $0 == 0x20 || $0 == 0x09 }
  }

  /// The number of names in a line where two blanks or more stand between them.
  private static func wideNames(_ line: [UInt8]) -> Int {
    var names = 0
    var blanks = 2
    for byte in line {
      if byte == 0x20 {
        blanks += 1
      } else {
        if blanks > 1 { names += 1 }
        blanks = 0
      }
    }
    return names
  }

  private static func headerWords(_ header: [UInt8]) -> Int {
    let words = blankSeparated(header)
    return words.first == [UInt8(ascii: "#")] ? words.count - 1 : words.count
  }

  /// Whether quoted cells look like `"0,5312"`, as pandas writes decimal commas between commas, and none
  /// like `0.5312` or, grouped by thousands, `"1,531"`.
  private static func quotesDecimalComma(_ rows: [[UInt8]]) -> Bool {
    let comma = UInt8(ascii: ",")
    var hasComma = false
    for row in rows {
      for (index, cell) in row.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        .enumerated()
      {
        let isQuoted = index % 2 == 1
        if isQuoted, cell.contains(comma) {
          let isNumber = DecimalNumber.parse(cell, mark: comma) != nil
          let groups = cell.split(separator: comma, omittingEmptySubsequences: false)
          let isGrouped = groups.first != [0x30] && groups.dropFirst().allSatisfy { $0.count == 3 }
          if isNumber, isGrouped { return false }
          hasComma = hasComma || isNumber
        } else if cell.split(separator: comma).contains(where: { $0.contains(0x2E) && isNumeric($0) }) {
          return false
        }
      }
    }
    return hasComma
  }

  /// Whether cells look like `0,5312` and none like `0.5312`.
  private static func usesDecimalComma(_ rows: [[UInt8]]) -> Bool {
    var hasComma = false
    for row in rows {
      for cell in row.split(whereSeparator: { $0 == 0x3B || $0 == 0x09 || $0 == 0x7C || $0 == 0x20 }) {
        if cell.contains(UInt8(ascii: ",")), DecimalNumber.parse(cell, mark: UInt8(ascii: ",")) != nil {
          hasComma = true
        }
        let hasPoint = cell.contains(UInt8(ascii: "."))
        if hasPoint, isNumeric(cell) { return false }
      }
    }
    return hasComma
  }
}
