import RunRecords

/// Tells rows of values from everything else that stands between them, and remembers what was left out.
struct RowFilter {
  private let columns: [String]
  private let mark: UInt8
  /// What the last cells of the rows so far look like.
  var cutOff = CutOffLine()
  private var cutOffLine: Int?
  private var misfits = LineList()
  private var misfitCells = 0
  private var headers = LineList()
  private var summaries = LineList()

  /// What stands in the place of an epoch where a row sums up the ones above it.
  private static let summaryWords: Set<String> = [
    "average", "avg", "best", "durchschnitt", "final", "max", "maximum", "mean", "media", "median", "min",
    "minimum", "mittelwert", "moyenne", "promedio", "std", "sum", "total",
  ]

  init(columns: [String], mark: UInt8) {
    self.columns = columns
    self.mark = mark
  }

  /// Whether the record is a row with a cell for each column.
  mutating func admits(_ record: RecordScanner) -> Bool {
    let count = record.cells.count
    let hasExtraBlank = count == columns.count + 1 && CellValue.trimmed(record.bytes(count - 1)).isEmpty
    guard count == columns.count || hasExtraBlank else {
      noteMisfit(record)
      return false
    }
    if record.isBlank, columns.count > 1 { return false }
    let last = record.bytes(columns.count - 1)
    if !record.isTerminated, record.isInQuote || cutOff.isCutOff(last, mark: mark) {
      dropCutOff(record)
      return false
    }
    if isDecoration(record) { return false }
    if record.isTerminated { cutOff.learn(last) }
    return true
  }

  /// Whether the record is the header again.
  mutating func isRepeatedHeader(_ record: RecordScanner) -> Bool {
    guard let first = CellValue.trimmed(record.bytes(0)).first, first > 0x39 || first == 0x22,
      columns.indices.allSatisfy({ record.text($0) == columns[$0] })
    else { return false }
    headers.append(record.line)
    return true
  }

  /// Whether the record sums up the rows above it, such as `best,0.12,0.34`.
  mutating func isSummary(_ record: RecordScanner, axisColumn: Int) -> Bool {
    guard Self.summaryWords.contains(record.text(axisColumn).lowercased()) else { return false }
    summaries.append(record.line)
    return true
  }

  /// Forgets what was left out so far.
  mutating func forgetLines() {
    (misfits, headers, summaries, cutOffLine) = (LineList(), LineList(), LineList(), nil)
  }

  /// Remembers that the last line was left out.
  mutating func dropCutOff(_ record: RecordScanner) {
    cutOffLine = record.line
  }

  /// The error for a table of which no row could be read.
  func noRows(source: String) -> LogError {
    guard let line = misfits.first else { return TableHeader.noRows(columns, source: source) }
    return LogError(
      .malformed, source: source, "no line has as many cells as the header", line: line,
      found: "\(misfitCells) cells", expected: "\(columns.count)", columns: columns)
  }

  /// What was left out, line by line.
  var notes: [RunNote] {
    var notes: [RunNote] = []
    if misfits.count > 0 {
      notes.append(
        RunNote(
          .droppedRows,
          "\(misfits.text): left out, with another number of cells than the header (\(misfitCells) instead of "
            + "\(columns.count)).",
          line: misfits.first))
    }
    if headers.count > 0 {
      notes.append(
        RunNote(.interpretation, "\(headers.text): the header again, skipped.", line: headers.first))
    }
    if summaries.count > 0 {
      notes.append(
        RunNote(
          .interpretation, "\(summaries.text): left out, as a summary of the rows.", line: summaries.first))
    }
    if let cutOffLine {
      notes.append(
        RunNote(
          .droppedRows, "Line \(cutOffLine): the last line is cut off and was left out.", line: cutOffLine))
    }
    return notes
  }

  private mutating func noteMisfit(_ record: RecordScanner) {
    if record.isBlank || isDecoration(record) { return }
    if record.cells.count < columns.count, !record.isTerminated { return dropCutOff(record) }
    if misfits.count == 0 { misfitCells = record.cells.count }
    misfits.append(record.line)
  }

  /// Whether the record is a comment or a rule such as `-----` or `|---|---|`.
  private func isDecoration(_ record: RecordScanner) -> Bool {
    guard let first = CellValue.trimmed(record.bytes(0)).first else { return false }
    if first == UInt8(ascii: "#") { return true }
    guard Self.ruleMarks.contains(first) else { return false }
    return record.cells.indices.allSatisfy { index in
      let cell = CellValue.trimmed(record.bytes(index))
      return cell.count > 1 && cell.allSatisfy { Self.ruleMarks.contains($0) }
    }
  }

  private static let ruleMarks = Array("-=:+_".utf8)
}
