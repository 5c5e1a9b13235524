import RunRecords
import Texts

/// Finds the line of column names of a table.
enum TableHeader {
  /// Moves the scanner to the header and returns its names.
  ///
  /// Lines of comment before it are passed over; the last of them with as many names as there are numbers is the header
  /// if numbers follow.
  static func find(
    _ scanner: inout RecordScanner, dialect: Dialect, source: String
  ) throws(LogError) -> (names: [String], isFirstRow: Bool) {
    var comments: [[String]] = []
    while try scanner.next() {
      if scanner.isBlank { continue }
      let names = dialect.hasWideNames ? wideNames(scanner) : scanner.cells.indices.map { scanner.text($0) }
      if names[0].hasPrefix("#") {
        if comments.count == mostComments { comments.removeFirst() }
        comments.append(uncommented(names))
        continue
      }
      guard isNumeric(scanner) else { return try joined(names, &scanner) }
      if comments.isEmpty, names.count == 1, let name = curveName(source) { return ([name], true) }
      guard let header = comments.last(where: { $0.count == names.count }) else {
        throw headerless(source, line: scanner.line)
      }
      return (header, true)
    }
    throw noRows(comments.last ?? [], source: source)
  }

  /// The most lines of comment that are kept.
  private static let mostComments = 16

  /// The header together with a second one below it, as pandas writes columns of two levels and spreadsheets merged
  /// cells: `Train,,Validation,` above `Loss,Accuracy,Loss,Accuracy`.
  private static func joined(
    _ upper: [String], _ scanner: inout RecordScanner
  ) throws(LogError) -> (names: [String], isFirstRow: Bool) {
    guard mayBeUpper(upper), try scanner.next() else { return (upper, false) }
    guard !isNumeric(scanner), scanner.cells.count == upper.count else { return (upper, true) }
    let lower = scanner.cells.indices.map { scanner.text($0) }
    var above = ""
    var names = zip(upper, lower).map { one, other in
      if !one.isEmpty { above = one }
      return other.isEmpty ? above : above.isEmpty ? other : "\(above) \(other)"
    }
    let headings = names.map { Heading($0) }.filter { $0.metric.isJudged }
    guard headings.contains(where: { $0.split == .training }),
      headings.contains(where: { $0.split != .training && $0.split != nil }),
      Set(names).count == names.count
    else { return (upper, true) }
    guard names[0].isEmpty, try scanner.next() else { return (names, false) }
    // pandas names the index in a line of its own.
    let isNameOfIndex =
      !scanner.text(0).isEmpty && !isNumeric(scanner)
      && scanner.cells.indices.dropFirst().allSatisfy { scanner.text($0).isEmpty }
    if isNameOfIndex { names[0] = scanner.text(0) }
    return (names, !isNameOfIndex)
  }

  /// Whether a line of names has the same one again, or blanks where one goes on, and names a part of the data or a
  /// metric.
  private static func mayBeUpper(_ names: [String]) -> Bool {
    let own = names.dropFirst(names.first.map { $0.isEmpty || !Heading($0).metric.isJudged ? 1 : 0 } ?? 0)
    let said = own.filter { !$0.isEmpty }
    guard said.count > 1, Set(said).count > 1, Set(own).count < own.count || own.contains("") else {
      return false
    }
    return said.allSatisfy { name in
      let heading = Heading(name)
      return heading.isBareSplit || ColumnVocabulary.split(name.lowercased()) != nil
        || heading.metric.isJudged && heading.split == nil
    }
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
  static func curveName(_ source: String) -> String? {
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
