import RunRecords

/// A plain table of numbers below a header, one of several that make a log together.
enum NumberTable {
  /// Reads every row; a cell without a number is `nil`.
  ///
  /// - Returns: A note if the last row was cut off.
  /// - Throws: ``LogError`` `malformed` for a row of another length or a word in the place of a number.
  static func read(
    _ input: LogInput, _ take: (_ names: [String], _ cells: [Double?]) -> Void
  ) throws(LogError) -> [RunNote] {
    guard let dialect = Dialect.sniff(input.head.bytes[...], isWhole: input.head.isWhole) else {
      throw ForeignContent.error(for: input.head, source: input.source)
    }
    var scanner = RecordScanner(input, dialect: dialect)
    let (names, isFirstRow) = try TableHeader.find(&scanner, dialect: dialect, source: input.source)
    var isAtRow = isFirstRow
    while true {
      if !isAtRow, try !scanner.next() { break }
      isAtRow = false
      if scanner.isBlank { continue }
      guard scanner.cells.count == names.count else {
        guard scanner.isTerminated else { return input.notes + [cutOff(scanner)] }
        throw LogError(
          .malformed, source: input.source, "this row has \(scanner.cells.count) cells", line: scanner.line,
          expected: "\(names.count), as the header has")
      }
      var cells: [Double?] = []
      for index in names.indices {
        switch CellValue.parse(scanner.bytes(index), mark: dialect.mark) {
        case .number(let value), .percent(let value): cells.append(value)
        case .missing: cells.append(nil)
        case .text:
          guard scanner.isTerminated else { return input.notes + [cutOff(scanner)] }
          throw LogError(
            .malformed, source: input.source, "unreadable value", line: scanner.line, column: index + 1,
            columnName: names[index], found: scanner.text(index), expected: "a number")
        }
      }
      take(names, cells)
    }
    return input.notes
  }

  private static func cutOff(_ scanner: RecordScanner) -> RunNote {
    RunNote(.droppedRows, "The last row is cut off: it is left out.", line: scanner.line)
  }
}
