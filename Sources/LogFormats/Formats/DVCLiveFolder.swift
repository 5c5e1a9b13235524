import RunRecords

/// The folder of DVCLive: a table for each metric, below the folders of its name.
public enum DVCLiveFolder: FolderFormat {
  /// The most tables of a run.
  private static let most = 4_096
  /// How many folders a name has at most.
  private static let deepest = 6

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let metrics = folder.folder("plots")?.folder("metrics") else { return nil }
    let tables = tables(in: metrics, names: [])
    guard !tables.isEmpty else { return nil }
    let run = RunLocation(name: folder.path, source: folder.path, format: card.id) {
      (options) throws(LogError) in
      try read(tables, in: folder, options)
    }
    return FolderRuns([run], rest: folder.folders(besides: ["plots"]))
  }

  private struct Table: Sendable {
    let metric: String
    let path: String
  }

  private static func tables(in folder: LogFolder, names: [String]) -> [Table] {
    var tables = folder.files.filter { $0.hasSuffix(".tsv") }.map {
      Table(metric: (names + [String($0.dropLast(4))]).joined(separator: "/"), path: folder.path(of: $0))
    }
    guard names.count < deepest else { return tables }
    for name in folder.folders where tables.count < most {
      tables += folder.folder(name).map { self.tables(in: $0, names: names + [name]) } ?? []
    }
    return Array(tables.prefix(most))
  }

  private static func read(
    _ tables: [Table], in folder: LogFolder, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var collector = EventCollector()
    collector.begin(prefix: nil)
    var notes: [RunNote] = []
    var count = 0
    for table in tables {
      notes += try NumberTable.read(try LogInput(path: table.path)) { names, cells in
        guard let column = names.firstIndex(of: "step"), let step = cells[column],
          let value = cells[cells.count - 1]
        else { return }
        count += 1
        collector.add(value, tag: table.metric, at: step)
      }
    }
    guard count > 0 else {
      throw LogError(
        .empty, source: folder.path, "the tables of the metrics hold no values",
        advice: "Log them by live.log_metric.")
    }
    var run = try collector.assemble(
      name: folder.name, source: folder.path, format: card.id, options: options)
    run.notes = notes + run.notes
    return run
  }
}
