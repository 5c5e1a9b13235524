import RunRecords

/// The folder that DVCLive writes: a table of steps and values for each metric, in `plots/metrics`.
public enum DVCLiveFolder: FolderFormat {
  private static let ending = ".tsv"
  /// How deep the names of metrics go, and the most of them.
  private static let deepest = 4
  private static let most = 1_024

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard let metrics = folder.folder("plots")?.folder("metrics") else { return nil }
    var tables: [(name: String, path: String)] = []
    gather(metrics, below: "", depth: 0, &tables)
    guard !tables.isEmpty else { return nil }
    let run = RunLocation(name: folder.path, source: folder.path, format: card.id) {
      [tables] (options) throws(LogError) in
      try read(tables, of: folder, options)
    }
    return FolderRuns([run], rest: folder.folders(besides: ["plots", "artifacts"]))
  }

  /// Finds the tables of the metrics, whose names are paths.
  private static func gather(
    _ folder: LogFolder, below path: String, depth: Int, _ tables: inout [(name: String, path: String)]
  ) {
    for file in folder.files where file.hasSuffix(ending) && tables.count < most {
      tables.append((path + file.dropLast(ending.count), folder.path(of: file)))
    }
    guard depth < deepest else { return }
    for name in folder.folders {
      if let inner = folder.folder(name) {
        gather(inner, below: path + name + "/", depth: depth + 1, &tables)
      }
    }
  }

  private static func read(
    _ tables: [(name: String, path: String)], of folder: LogFolder, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = NamedCurves()
    var notes: [RunNote] = []
    for (name, path) in tables {
      notes += try NumberTable.read(try LogInput(path: path)) { columns, cells in
        // Older versions have a time between the step and the value.
        guard columns.first == "step", cells.count > 1, let step = cells[0], step.isFinite,
          let value = cells.last ?? nil
        else { return }
        curves.add(value, to: name, at: step)
      }
    }
    return try RunAssembler(
      name: folder.name, source: folder.path, format: card.id, axis: .step, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: notes + curves.notes)
  }

  public static let card = FormatCard(
    id: "dvclive-folder",
    title: "DVCLive folder",
    writtenBy: ["DVCLive"],
    fileNames: ["dvclive/"],
    summary: "The tables in plots/metrics, one for each metric, over steps.",
    reads: [
      FormatExample(
        "a metric of each part of the data", folder: "dvclive",
        files: [
          .init("metrics.json", "{\"train\": {\"loss\": 1.4}, \"val\": {\"loss\": 1.7}, \"step\": 2}\n"),
          .init("plots/metrics/train/loss.tsv", "step\tloss\n0\t2.3\n1\t1.8\n2\t1.4\n"),
          .init("plots/metrics/val/loss.tsv", "step\tloss\n0\t2.4\n1\t1.9\n2\t1.7\n"),
        ],
        series: ["train/loss", "val/loss"])
    ],
    refuses: [
      FormatExample(
        "a word in a table", folder: "dvclive",
        files: [.init("plots/metrics/train/loss.tsv", "step\tloss\n0\t2.3\n1\toops\n2\t1.4\n")],
        message:
          "dvclive/plots/metrics/train/loss.tsv, line 3, column 2 (loss): unreadable value: found \"oops\", "
          + "expected a number.")
    ])
}
