import RunRecords

/// A folder of Lightning's CSVLogger: `lightning_logs` with its versions, or one version.
public enum LightningFolder: FolderFormat {
  private static let table = "metrics.csv"
  private static let settings = "hparams.yaml"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    if let start = start(in: folder) {
      return FolderRuns([start.log.location(card)], rest: folder.folders(besides: ["checkpoints"]))
    }
    var own: [String] = []
    var starts: [StartedRun] = []
    for name in folder.folders where isVersion(name) {
      guard let version = folder.folder(name), let start = start(in: version) else { continue }
      own.append(name)
      starts.append(start)
    }
    guard !starts.isEmpty else { return nil }
    return FolderRuns(
      ResumedRuns.joined(starts, in: folder, card), rest: folder.folders(besides: own),
      files: folder.files.map { folder.path(of: $0) })
  }

  private static func start(in folder: LogFolder) -> StartedRun? {
    guard folder.has(table), isVersion(folder.name) || folder.has(settings) else { return nil }
    let fields = YAMLFields(settings, in: folder)
    let log = FolderLog(
      folder: folder, file: table, format: DelimitedText.self, others: folder.eventFiles,
      facts: RunFacts(
        classCount: fields?.count("num_classes", "n_classes"),
        batchSize: fields?.count("batch_size", "train_batch_size")))
    return log.isCertain ? StartedRun(name: folder.name, log: log, settings: fields) : nil
  }

  private static func isVersion(_ name: String) -> Bool {
    name.hasPrefix("version_") && Int(name.dropFirst(8)) != nil
  }
}
