import RunRecords

/// The history of a skorch net: a list with one object for each epoch, which holds its batches.
public enum SkorchHistory: LogFormat {
  public static let card = FormatCard(
    id: "skorch",
    title: "skorch history",
    writtenBy: ["skorch history.to_file", "skorch Checkpoint"],
    fileNames: ["history.json"],
    summary: "A list with one object for each epoch. The batches within it are passed over.",
    reads: [
      FormatExample(
        "two epochs with their batches", fileName: "history.json",
        text: """
          [{"batches": [{"train_loss": 9.0}], "epoch": 1, "train_loss": 2.3, "valid_loss": 2.1, "valid_acc": 0.2,
          "train_loss_best": true}, {"batches": [], "epoch": 2, "train_loss": 1.9, "valid_loss": 1.8,
          "valid_acc": 0.3, "train_loss_best": true}]
          """,
        series: ["train_loss", "valid_loss", "valid_acc"])
    ],
    refuses: [
      FormatExample(
        "epochs without values of their own", fileName: "history.json",
        text: #"[{"batches": [{"train_loss": 9.0}], "epoch": 1}]"#,
        message: "history.json: no loss column recognised. Name them: --train COLUMN --val COLUMN")
    ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let entries = head.json?.first.elements, let first = entries.first else { return .no }
    return first["batches"]?.elements != nil ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    var records = RecordCurves()
    try scanner.beginArray()
    var notes: [RunNote] = []
    do {
      while try scanner.nextElement() { records.add(try epoch(&scanner)) }
    } catch {
      guard scanner.isExhausted, records.count > 0 else { throw error }
      notes.append(RunNote(.droppedRows, "The last epoch is cut off: it is left out.", line: scanner.line))
    }
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
  }

  /// An epoch without its batches, which are most of the file.
  private static func epoch(_ scanner: inout JSONScanner) throws(LogError) -> JSONValue {
    guard try scanner.kind() == .object else {
      try scanner.skip()
      return .null
    }
    try scanner.beginObject()
    var members: [JSONValue.Member] = []
    while let key = try scanner.nextKey() {
      if key == "batches" || members.count >= NamedCurves.most {
        try scanner.skip()
      } else {
        members.append(.init(key: key, value: try scanner.value()))
      }
    }
    return .object(members)
  }
}
