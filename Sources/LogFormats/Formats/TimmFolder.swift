import RunRecords

/// The output folder of timm's training script.
public enum TimmFolder: FolderFormat {
  private static let table = "summary.csv"
  private static let settings = "args.yaml"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has(table), folder.has(settings) else { return nil }
    let fields = YAMLFields(settings, in: folder)
    let log = FolderLog(
      folder: folder, file: table, format: DelimitedText.self, others: folder.eventFiles,
      facts: RunFacts(classCount: fields?.count("num_classes"), batchSize: fields?.count("batch_size")))
    return log.isCertain ? FolderRuns([log.location(card)], rest: folder.folders(besides: [])) : nil
  }
}
