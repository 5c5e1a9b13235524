import Texts

/// Finds the line of column names of a table.
enum TableHeader {
  /// Moves the scanner to the header and returns its names.
  ///
  /// Lines of comment before it are passed over; the last of them is the header if numbers follow.
  static func find(
    _ scanner: inout RecordScanner, dialect: Dialect, source: String
  ) throws(LogError) -> (names: [String], isFirstRow: Bool) {
    var comment: [String] = []
    while try scanner.next() {
      if scanner.isBlank { continue }
      let names = dialect.hasWideNames ? wideNames(scanner) : scanner.cells.indices.map { scanner.text($0) }
      if names[0].hasPrefix("#") {
        comment = uncommented(names)
        continue
      }
      guard isNumeric(scanner) else { return (names, false) }
      if comment.isEmpty, names.count == 1, let name = curveName(source) { return ([name], true) }
      guard comment.count == names.count else { throw headerless(source, line: scanner.line) }
      return (comment, true)
    }
    throw noRows(comment, source: source)
  }

  /// The error for a table of a header and nothing below it.
  static func noRows(_ columns: [String], source: String) -> LogError {
    LogError(
      .empty, source: source, "there is no line of values below the header", columns: columns,
      advice: "Write one line of values for each epoch.")
  }

  /// The names of a line in which a single blank belongs to a name.
  private static func wideNames(_ record: RecordScanner) -> [String] {
    var names: [String] = []
    for index in record.cells.indices {
      let text = record.text(index)
      if index > 0, record.cells[index].start - record.cells[index - 1].end == 1 {
        names[names.count - 1] += " " + text
      } else {
        names.append(text)
      }
    }
    return names
  }

  /// The name of the one column of a file such as `train_loss.txt`, which `numpy.savetxt` writes without a header.
  private static func curveName(_ source: String) -> String? {
    guard let file = source.split(separator: "/").last, let dot = file.firstIndex(of: ".") else { return nil }
    let stem = String(file[..<dot])
    let heading = Heading(stem)
    return heading.metric.isJudged && !heading.isIgnored ? stem : nil
  }

  private static func uncommented(_ cells: [String]) -> [String] {
    let first = PrintableText.clean(String(cells[0].drop { $0 == "#" }))
    return first.isEmpty ? Array(cells.dropFirst()) : [first] + cells.dropFirst()
  }

  private static func isNumeric(_ scanner: RecordScanner) -> Bool {
    scanner.cells.indices.allSatisfy { index in
      if case .text = CellValue.parse(scanner.bytes(index), mark: UInt8(ascii: ".")) { false } else { true }
    }
  }

  private static func headerless(_ source: String, line: Int) -> LogError {
    LogError(
      .unrecognized, source: source, "the first line holds numbers instead of column names", line: line,
      advice: "Write a header above it, such as epoch,train_loss,val_loss.")
  }
}
