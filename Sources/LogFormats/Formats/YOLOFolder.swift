import RunRecords

/// The folder of a training by Ultralytics or YOLOv5, such as `runs/detect/train2`.
public enum YOLOFolder: FolderFormat {
  private static let table = "results.csv"

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has(table), let head = try? LogInput(path: folder.path(of: table)).head, isResults(head)
    else {
      return nil
    }
    // Ultralytics writes args.yaml, YOLOv5 opt.yaml.
    let settings = YAMLFields("args.yaml", in: folder) ?? YAMLFields("opt.yaml", in: folder)
    let log = FolderLog(
      folder: folder, file: table, format: DelimitedText.self, others: folder.eventFiles,
      facts: RunFacts(batchSize: settings?.count("batch", "batch_size")))
    return FolderRuns([log.location(card)], rest: folder.folders(besides: ["weights"]))
  }

  /// Whether the table has losses of `train/` and metrics of `metrics/`, as no other tool names them.
  private static func isResults(_ head: LogHead) -> Bool {
    let header = String(decoding: head.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    let names = header.split(separator: ",").map { $0.drop { $0 == " " } }
    return names.contains { $0.hasPrefix("train/") } && names.contains { $0.hasPrefix("metrics/") }
  }
}
