import RunRecords

/// Logs in one list of JSON objects, one for each epoch, step or value; the list may stand in an object.
public enum JSONRecords: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.second == nil else { return .no }
    if PandasSplit.isTable(sample.first) { return .certain }
    guard let records = list(in: sample.first) else { return .no }
    let isOfRun = records.values.contains { JSONSample.isSurelyOfRun($0) }
    let isNamed = records.values.contains { JSONSample.isValue($0) } && Heading(records.key).metric.isJudged
    return isOfRun || isNamed ? .certain : .possible
  }

  /// The records of a sampled value, and the keys above them: its own elements, or those of the first list in it.
  private static func list(in value: JSONValue, below key: String = "") -> (key: String, values: [JSONValue])?
  {
    if let elements = value.elements {
      return !elements.isEmpty && elements.allSatisfy { $0.members != nil } ? (key, elements) : nil
    }
    for member in value.members ?? [] where key.isEmpty || mayHoldLists(key) {
      if let found = list(in: member.value, below: key.isEmpty ? member.key : "\(key)/\(member.key)") {
        return found
      }
    }
    return nil
  }

  /// Whether an object of this name may hold the lists of a run.
  private static func mayHoldLists(_ key: String) -> Bool {
    guard key.utf8.count < 200 else { return false }
    return JSONValue.gatherers.contains(key.lowercased()) || RecordKey.splitWord(key) != nil
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    var records = RecordCurves()
    var notes: [RunNote] = []
    if try scanner.kind() == .array {
      notes = try JSONRun.forEachElement(&scanner) { (record) throws(LogError) in records.add(record) }
    } else if let sample = input.head.json, PandasSplit.isTable(sample.first) {
      notes = try PandasSplit.read(&scanner) { records.add($0) }
    } else {
      try readLists(&scanner, below: "", &records, &notes)
    }
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
  }

  /// Reads the lists of an object; what stands above a list says its part of the data or its metric.
  private static func readLists(
    _ scanner: inout JSONScanner, below path: String, _ records: inout RecordCurves, _ notes: inout [RunNote]
  ) throws(LogError) {
    try scanner.beginObject()
    while notes.isEmpty, let key = try scanner.nextKey() {
      let name = path.isEmpty || JSONValue.gatherers.contains(path.lowercased()) ? key : "\(path)/\(key)"
      switch try scanner.kind() {
      case .array where !RecordKey.listsOfOther.contains(key):
        let split = RecordKey.splitWord(name)
        if split != nil { records.beginList() }
        let metric = Heading(name).metric.isJudged ? name : nil
        notes = try JSONRun.forEachElement(&scanner) { (record) throws(LogError) in
          records.add(record, split: split, metric: metric)
        }
      case .object where mayHoldLists(name): try readLists(&scanner, below: name, &records, &notes)
      default: try scanner.skip()
      }
    }
  }
}
