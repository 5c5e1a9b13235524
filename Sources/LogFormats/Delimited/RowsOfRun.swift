/// Tells the rows of one run from those of others, where a column says the run of each row.
struct RowsOfRun {
  private let column: Int
  private let name: String
  /// The run that is read; that of the first row if none was chosen.
  private var run: String?
  private let isChosen: Bool
  private let isOfParts: Bool
  private var count = 0
  private var hasOthers = false

  /// - Parameter run: The run that was chosen among several.
  init?(_ run: TableRun?, columns: [String]) {
    if case .rows(let name, let column) = run {
      (self.column, self.run, isChosen, isOfParts) = (column, name, true, false)
    } else if case .parts(let path, let column) = run {
      (self.column, self.run, isChosen, isOfParts) = (column, path, true, true)
    } else if case .stretches = run {
      return nil
    } else if let column = TableRun.column(in: columns)?.identifier {
      (self.column, isChosen, isOfParts) = (column, false, false)
    } else {
      return nil
    }
    name = columns[column]
  }

  /// Whether a row is to be read.
  ///
  /// - Throws: ``LogError`` `severalRuns` where none was chosen. Runs of a single row each are no runs but rows.
  mutating func admits(_ record: RecordScanner, source: String) throws(LogError) -> Bool {
    let text = record.text(column)
    guard !text.isEmpty, text != name else { return !isChosen }
    if isOfParts { return TableRun.part(in: text)?.path == run }
    if isChosen { return text == run }
    if run == nil { run = text }
    if text == run { count += 1 } else { hasOthers = true }
    guard hasOthers, count > 1 else { return true }
    throw LogError(
      .severalRuns, source: source, "the table holds several runs, of which one was expected",
      line: record.line,
      advice: "Save it as a file, unpacked, of which each run can be named.")
  }
}
