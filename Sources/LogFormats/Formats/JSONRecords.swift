import RunRecords

/// Logs in one list of JSON objects, one for each epoch, step or value; the list may stand in an object.
public enum JSONRecords: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = JSONSample(head), sample.second == nil else { return .no }
    guard let records = listKey(in: sample.first) else { return .no }
    return records.first.map { JSONSample.isSurelyOfRun($0) } == true ? .certain : .possible
  }

  /// The records of a sampled value: its own elements, or those of the first list of objects in it.
  private static func listKey(in value: JSONValue) -> [JSONValue]? {
    let lists = [value.elements] + (value.members ?? []).map(\.value.elements)
    return lists.compactMap(\.self).first { !$0.isEmpty && $0.allSatisfy { $0.members != nil } }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    var records = RecordCurves()
    var notes: [RunNote] = []
    if try scanner.kind() == .array {
      notes = try JSONRun.forEachElement(&scanner) { (record) throws(LogError) in records.add(record) }
    } else {
      try scanner.beginObject()
      while notes.isEmpty, let key = try scanner.nextKey() {
        if try scanner.kind() != .array || RecordKey.listsOfOther.contains(key) {
          try scanner.skip()
        } else {
          notes = try JSONRun.forEachElement(&scanner) { (record) throws(LogError) in records.add(record) }
        }
      }
    }
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
  }
}
