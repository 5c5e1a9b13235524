import RunRecords

/// The folder of a Weights & Biases run, such as `wandb/offline-run-20250102_030405-abc123`.
///
/// Its run file holds everything; the console and the summary beside it tell less of the same run.
public enum WandbFolder: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    let files = folder.files.filter { $0.hasSuffix(".wandb") }.map { folder.path(of: $0) }
    guard !files.isEmpty else { return resumed(in: folder) }
    return FolderRuns(
      files.map { path in
        RunLocation(
          name: files.count == 1 ? folder.path : path, source: path, format: card.id
        ) { (options) throws(LogError) in
          let input = try LogInput(path: path)
          guard WandbRun.recognizes(input.head) == .certain else {
            throw LogError(
              .malformed, source: path, "this is no run file of Weights & Biases, or it is empty",
              advice: "Export the history as CSV: run.history().to_csv(\"run.csv\").")
          }
          var run = try WandbRun.read(input, options: options)
          run.format = card.id
          return run
        }
      })
  }

  /// The runs in a folder `wandb` that were resumed: each start has a folder, and their run files have one name.
  private static func resumed(in folder: LogFolder) -> FolderRuns? {
    var starts: [String: [StartedRun]] = [:]
    var files: [String] = []
    for name in folder.folders where name.hasPrefix("run-") || name.hasPrefix("offline-run-") {
      guard let inner = folder.folder(name), let file = inner.files.first(where: { $0.hasSuffix(".wandb") })
      else { continue }
      if starts[file] == nil { files.append(file) }
      let log = FolderLog(folder: inner, file: file, format: WandbRun.self)
      starts[file, default: []].append(StartedRun(name: name, log: log))
    }
    let several = files.filter { file in
      let starts = starts[file] ?? []
      return starts.count > 1 && starts.allSatisfy(\.log.isCertain)
    }
    guard !several.isEmpty else { return nil }
    return FolderRuns(
      several.flatMap { ResumedRuns.joined(starts[$0] ?? [], in: folder, card, name: $0) },
      rest: folder.folders(besides: several.flatMap { starts[$0] ?? [] }.map(\.name)))
  }

  public static var card: FormatCard {
    FormatCard(
      id: "wandb-folder",
      title: "Weights & Biases run folder",
      writtenBy: WandbRun.card.writtenBy,
      fileNames: ["wandb/", "offline-run-*/", "run-*/"],
      summary: "The run file of the folder is read; links such as latest-run are not followed.",
      reads: [
        FormatExample(
          "an offline run", folder: "offline-run-20250102_030405-abc123",
          files: [
            FormatExample.File(
              "run-abc123.wandb", WandbRun.listing(WandbRun.rows), bytes: WandbExample.file(WandbRun.rows))
          ],
          series: ["train_loss", "val_loss"])
      ],
      refuses: [
        FormatExample(
          "an empty run file", folder: "offline-run-20250102_030405-abc123",
          files: [FormatExample.File("run-abc123.wandb", "")],
          message: "offline-run-20250102_030405-abc123/run-abc123.wandb: this is no run file of "
            + "Weights & Biases, or it is empty. Export the history as CSV: run.history().to_csv(\"run.csv\")."
        )
      ])
  }
}
