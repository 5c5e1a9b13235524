import RunRecords

/// What is wrong with a row.
extension TableReader {
  var disordered: LogError {
    LogError(
      .malformed, source: source,
      "the \(plan.axis.rawValue) falls back more than \(Self.mostSegments) times", line: scanner.line,
      advice: "Write one file for each run, in the order of time.")
  }

  var secondHeader: LogError {
    LogError(
      .malformed, source: source, "a second header with other columns", line: scanner.line,
      columns: plan.columns,
      advice: "Make two files of it, one for each header.")
  }

  func unreadable(_ column: Int, expected: String) -> LogError {
    LogError(
      .malformed, source: source, "unreadable value", line: scanner.line, column: column + 1,
      columnName: plan.columns[column], found: scanner.text(column), expected: expected)
  }
}
