import RunRecords

/// Tables as pandas writes them with `orient="split"`: the names of the columns, and a list for each row.
enum PandasSplit {
  /// Whether a sampled value is such a table, with a column to judge.
  static func isTable(_ value: JSONValue) -> Bool {
    guard let rows = value["data"]?.elements, rows.allSatisfy({ $0.elements != nil }),
      let names = value["columns"]?.elements?.compactMap(\.text)
    else { return false }
    return names.contains { Heading($0).metric.isJudged }
  }

  /// Reads the rows as objects.
  ///
  /// - Returns: A note if the last row was cut off.
  static func read(
    _ scanner: inout JSONScanner, _ take: (JSONValue) -> Void
  ) throws(LogError) -> [RunNote] {
    var names: [String] = []
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      if key == "columns" {
        names = (try scanner.value().elements ?? []).map { $0.text ?? "" }
      } else if key == "data" {
        let notes = try JSONRun.forEachElement(&scanner) { (row) throws(LogError) in
          take(.object(zip(names, row.elements ?? []).map { JSONValue.Member(key: $0, value: $1) }))
        }
        guard notes.isEmpty else { return notes }
      } else {
        try scanner.skip()
      }
    }
    return []
  }
}
