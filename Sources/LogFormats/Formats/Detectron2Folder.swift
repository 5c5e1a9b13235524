/// The output folder of Detectron2, whose files all tell of one run; a resumed run goes on in them.
public enum Detectron2Folder: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    guard folder.has("metrics.json") else { return nil }
    let log = FolderLog(
      folder: folder, file: "metrics.json", format: Detectron2Metrics.self,
      others: folder.files.filter { $0.hasPrefix("log.txt") } + folder.eventFiles)
    guard log.isCertain else { return nil }
    return FolderRuns([log.location(card)], rest: folder.folders(besides: ["inference"]))
  }
}
