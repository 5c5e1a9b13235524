/// A table whose header was read, and its rows not yet.
struct HeadedTable {
  var scanner: RecordScanner
  let dialect: Dialect
  /// The names of the columns as they stand there.
  let columns: [String]
  /// Whether the scanner stands on the first row already.
  let isAtRow: Bool

  /// Finds the table in a log; `nil` where there is none.
  ///
  /// - Throws: ``LogError`` where its header cannot be read.
  init?(_ input: LogInput) throws(LogError) {
    guard let layout = input.head.table else { return nil }
    dialect = layout.dialect
    scanner = RecordScanner(input, dialect: dialect)
    if layout.lines > 0 { scanner.skip(layout.lines, bytes: layout.offset) }
    (columns, isAtRow) = try TableHeader.find(&scanner, dialect: dialect, source: input.source)
  }
}
