import RunRecords

/// CatBoost's training folder, `catboost_info`, whose files all tell of one run.
public enum CatBoostFolder: FolderFormat {
  private static let record = "catboost_training.json"
  private static let learned = "learn_error.tsv"
  private static let tested = "test_error.tsv"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    let tables = [learned, tested].filter { folder.has($0) }
    // The second set of several is `test1`.
    let events = folder.folders.filter {
      $0 == "learn" || $0.hasPrefix("test") && Int($0.dropFirst(4) + "0") != nil
    }
    let rest = folder.folders(besides: events + ["tmp"])
    let log = FolderLog(
      folder: folder, file: record, format: CatBoostTraining.self, others: tables + events.map { $0 + "/" })
    if folder.has(record), log.isCertain { return FolderRuns([log.location(card)], rest: rest) }
    guard folder.has(learned) else { return nil }
    let run = RunLocation(name: folder.path, source: folder.path, format: card.id) {
      (options) throws(LogError) in
      try read(tables, in: folder, events: events, options)
    }
    return FolderRuns([run], rest: rest)
  }

  /// Reads the tables, of which each has the metrics of one part of the data.
  private static func read(
    _ tables: [String], in folder: LogFolder, events: [String], _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = NamedCurves()
    var notes: [RunNote] = []
    for table in tables {
      let part = table == learned ? "learn" : "test"
      notes += try NumberTable.read(try LogInput(path: folder.path(of: table))) { names, cells in
        guard let iteration = cells[0], iteration.isFinite else { return }
        for (name, value) in zip(names, cells).dropFirst() {
          if let value { curves.add(value, to: "\(part)-\(name)", at: iteration) }
        }
      }
    }
    notes.append(
      RunNote(
        .interpretation, "There is no \(record): \(tables.joined(separator: " and ")) are read as one run."))
    return try RunAssembler(
      name: folder.name, source: folder.path, format: card.id, axis: .iteration, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: notes + curves.notes)
  }
}
