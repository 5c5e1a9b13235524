/// A work folder of OpenMMLab's runners: a log for each start, with the same scalars in several files.
public enum MMEngineFolder: FolderFormat {
  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    if let log = log(of: folder) { return FolderRuns([log.location(card)]) }
    var starts = tables(in: folder)
    var own: [String] = []
    for name in folder.folders {
      guard let inner = folder.folder(name), let log = log(of: inner) else { continue }
      own.append(name)
      starts.append(StartedRun(name: name, log: log))
    }
    guard !starts.isEmpty else { return nil }
    return FolderRuns(ResumedRuns.joined(starts, in: folder, card), rest: folder.folders(besides: own))
  }

  private static let data = "vis_data"

  /// The log that MMEngine wrote into the folder of one start.
  private static func log(of folder: LogFolder) -> FolderLog? {
    if folder.name == data, folder.has("scalars.json") {
      return FolderLog(folder: folder, file: "scalars.json", format: MMEngineScalars.self)
    }
    guard let data = folder.folder(data),
      let file = ["scalars.json", "\(folder.name).json"].first(where: { data.has($0) })
    else { return nil }
    let others = data.files.filter { $0 != file && ($0.hasSuffix(".json") || EventFolders.isEventFile($0)) }
    return FolderLog(
      folder: folder, file: "\(data.name)/\(file)", format: MMEngineScalars.self,
      others: others + folder.files.filter { $0.hasSuffix(".log") })
  }

  /// The logs that MMCV wrote side by side, one for each start.
  private static func tables(in folder: LogFolder) -> [StartedRun] {
    folder.files.filter { $0.hasSuffix(".log.json") }.compactMap { file in
      let text = String(file.dropLast(5))
      let log = FolderLog(
        folder: folder, file: file, format: MMEngineScalars.self, others: folder.has(text) ? [text] : [])
      return log.isCertain ? StartedRun(name: String(file.dropLast(9)), log: log) : nil
    }
  }
}
