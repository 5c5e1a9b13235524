import RunRecords
import Texts

/// A folder of charts that were downloaded from Weights & Biases, of which each holds a curve of a run or of several.
public enum WandbChartsFolder: FolderFormat {
  private struct Chart: Sendable {
    let file: String
    let axis: String
    let runs: [String]
  }

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    let charts = folder.files.compactMap { chart($0, in: folder) }
    guard charts.count > 1, Set(charts.map(\.axis)).count == 1 else { return nil }
    var names: [String] = []
    for run in charts.flatMap(\.runs) where !names.contains(run) { names.append(run) }
    let runs = names.map { run in
      let own = charts.filter { $0.runs.contains(run) }
      let title = names.count == 1 ? folder.name : run
      let path = names.count == 1 ? folder.path : folder.path(of: run)
      return RunLocation(name: path, source: folder.path, format: card.id) { (options) throws(LogError) in
        try read(own, of: run, in: folder, name: title, options)
      }
    }
    let taken = Set(charts.map(\.file))
    let others = folder.files.filter { !taken.contains($0) && !EventFolders.isEventFile($0) }
    return FolderRuns(runs, rest: folder.folders(besides: []), files: others.map(folder.path(of:)))
  }

  /// A file as a chart; `nil` for any other file.
  private static func chart(_ file: String, in folder: LogFolder) -> Chart? {
    guard file.hasSuffix(".csv"), let input = try? LogInput(path: folder.path(of: file)),
      let dialect = Dialect.sniff(input.head.bytes[...], isWhole: input.head.isWhole)
    else { return nil }
    var scanner = RecordScanner(input, dialect: dialect)
    guard let names = try? TableHeader.find(&scanner, dialect: dialect, source: file).names else {
      return nil
    }
    let runs = TableRun.ofChart(names)
    return runs.isEmpty ? nil : Chart(file: file, axis: names[0], runs: runs)
  }

  private static func read(
    _ charts: [Chart], of run: String, in folder: LogFolder, name: String, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = NamedCurves()
    var notes: [RunNote] = []
    var taken: Set<String> = []
    var axis: RunAxis?
    for chart in charts {
      var plan: TablePlan?
      var metrics: [String] = []
      notes += try NumberTable.read(try LogInput(path: folder.path(of: chart.file))) { names, cells in
        if plan == nil {
          // The least and the greatest value of a point tell nothing more; of two charts of a curve the first is read.
          metrics = TableRun.columns(of: run).columns(names).map {
            $0.hasSuffix("__MIN") || $0.hasSuffix("__MAX") || taken.contains($0) ? "" : $0
          }
          plan = TablePlan(columns: metrics, fileName: "", choice: .none)
        }
        guard let plan, let position = plan.axisColumn.flatMap({ cells[$0] }), position.isFinite else {
          return
        }
        for index in plan.roles.indices where plan.roles[index] == .metric {
          if let value = cells[index] { curves.add(value, to: metrics[index], at: position) }
        }
      }
      taken.formUnion(metrics.dropFirst())
      axis = axis ?? plan?.axis
    }
    let files = NameList.brief(charts.map(\.file))
    if charts.count > 1 {
      notes.append(RunNote(.interpretation, "\(files) are read as one run: each is a chart of it."))
    }
    return try RunAssembler(
      name: name, source: folder.path, format: card.id, axis: axis ?? .step, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: notes + curves.notes)
  }

  public static let card = FormatCard(
    id: "wandb-charts",
    title: "Folder of charts of Weights & Biases",
    writtenBy: ["Weights & Biases, the export of charts"],
    fileNames: ["wandb_export_*.csv"],
    summary: "Charts of the same run, each with the curves of a metric and their least and greatest values.",
    reads: [
      FormatExample(
        "a chart of each loss", folder: "charts",
        files: [
          .init(
            "wandb_export_1.csv",
            "\"Step\",\"sun-7 - train/loss\",\"sun-7 - train/loss__MIN\",\"sun-7 - train/loss__MAX\"\n"
              + "\"0\",\"2.1\",\"2.1\",\"2.1\"\n\"1\",\"1.6\",\"1.6\",\"1.6\"\n"),
          .init(
            "wandb_export_2.csv",
            "\"Step\",\"sun-7 - val/loss\",\"sun-7 - val/loss__MIN\",\"sun-7 - val/loss__MAX\"\n"
              + "\"0\",\"2.2\",\"2.2\",\"2.2\"\n\"1\",\"1.8\",\"1.8\",\"1.8\"\n"),
        ],
        series: ["train/loss", "val/loss"])
    ],
    refuses: [
      FormatExample(
        "charts without a loss", folder: "charts",
        files: [
          .init("wandb_export_1.csv", "Step,sun-7 - lr,sun-7 - lr__MIN,sun-7 - lr__MAX\n0,0.1,0.1,0.1\n"),
          .init("wandb_export_2.csv", "Step,sun-7 - mem,sun-7 - mem__MIN,sun-7 - mem__MAX\n0,9,9,9\n"),
        ],
        message:
          "charts: no loss column recognised. Columns found: lr. Name them: --train COLUMN --val COLUMN")
    ])
}
