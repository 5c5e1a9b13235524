import RunRecords

/// The text of a run record: what is known of the run, the names of the columns, and a row for each epoch.
struct RecordText {
  private let facts: RunFacts
  private let columns: [RecordColumn]

  /// - Parameter first: the first epoch, which decides what the columns are.
  init(facts: RunFacts, first: EpochRecord) {
    self.facts = facts
    columns = RecordColumn.columns(for: first)
  }

  /// The lines above the first row.
  var head: String {
    facts.statements.map { "# \($0)\n" }.joined()
      + (["epoch"] + columns.map(\.name)).joined(separator: ",") + "\n"
  }

  /// The line of an epoch.
  func row(_ epoch: EpochRecord) -> String {
    let cells = columns.map { column in column.value(epoch).map(Self.cell) ?? "" }
    return (["\(epoch.epoch)"] + cells).joined(separator: ",") + "\n"
  }

  /// A number, with one word for what is none, whatever its sign.
  private static func cell(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }

  /// The rows of a record, each with its line end; a line that was cut off in writing is left out.
  static func rows(of text: String) -> [Substring] {
    var rows: [Substring] = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "\n") {
      let next = rest.index(after: end)
      if rest.first?.isWholeNumber == true { rows.append(rest[..<next]) }
      rest = rest[next...]
    }
    return rows
  }
}
