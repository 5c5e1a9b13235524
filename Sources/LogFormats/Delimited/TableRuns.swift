import Texts

/// Finds the runs in a table with several.
enum TableRuns {
  /// The most runs of one table.
  static let most = 10_000

  /// The runs with their names; empty where the table has one.
  ///
  /// Rows of several runs are told by a column of theirs. A column in which every row says the same tells nothing, nor
  /// does one in which each says something else, as in a table of results.
  static func find(in table: HeadedTable, source: String) throws(LogError) -> [(name: String, run: TableRun)]
  {
    let columns = table.columns
    let charted = TableRun.ofColumns(columns)
    if !charted.isEmpty { return charted.map { (name(ofChart: $0), .columns(of: $0)) } }
    guard let column = TableRun.column(in: columns) else { return [] }
    var found: [(name: String, identifier: String)] = []
    var seen: Set<String> = []
    var scanner = table.scanner
    var isAtRow = table.isAtRow
    var rowCount = 0
    while true {
      if !isAtRow { guard try scanner.next() else { break } }
      isAtRow = false
      guard scanner.cells.count == columns.count else { continue }
      let identifier = scanner.text(column.identifier)
      guard !identifier.isEmpty, identifier != columns[column.identifier] else { continue }
      rowCount += 1
      guard seen.insert(identifier).inserted else { continue }
      guard found.count < most else {
        throw LogError(
          .malformed, source: source, "there are more than \(most) runs in one table", line: scanner.line,
          advice: "Write one file for each run.")
      }
      found.append((scanner.text(column.name), identifier))
    }
    guard found.count > 1, found.count < rowCount else { return [] }
    let parts = found.compactMap { TableRun.part(in: $0.identifier) }
    if parts.count == found.count, Set(parts.map(\.part)).count > 1 {
      var paths: [String] = []
      for part in parts where !paths.contains(part.path) { paths.append(part.path) }
      return paths.map { ($0, .parts(of: $0, in: column.identifier)) }
    }
    let label = columns[column.name]
    let isBare = found.allSatisfy { Double($0.name) != nil }
    let names = RunNames.distinct(found.map { (isBare ? "\(label) \($0.name)" : $0.name, $0.identifier) })
    return zip(names, found).map { ($0, .rows(with: $1.identifier, in: column.identifier)) }
  }

  private static func name(ofChart run: String) -> String {
    PrintableText.clean(run.hasPrefix("Group: ") ? String(run.dropFirst(7)) : run)
  }
}
