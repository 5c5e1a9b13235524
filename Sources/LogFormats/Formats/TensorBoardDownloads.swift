import RunRecords
import Texts

/// A folder of TensorBoard's downloads, of which each holds one curve of a run.
public enum TensorBoardDownloads: FolderFormat {
  /// What is to be said of a download that is read by itself.
  static let oneOfSeveral = RunNote(
    .interpretation,
    "A download of TensorBoard holds one curve: name the folder of the downloads to read all curves of the run."
  )

  /// Whether the columns are those of a download.
  static func isTable(_ columns: [String]) -> Bool {
    columns.map { $0.lowercased() } == ["wall time", "step", "value"]
  }

  /// TensorBoard gives so many points of a curve at most, unless it is told otherwise.
  private static let mostPoints = 1_000

  private struct Download: Sendable {
    let file: String
    let name: DownloadName
  }

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    var rest: [String] = []
    var groups: [(run: String, downloads: [Download])] = []
    var places: [String: Int] = [:]
    for file in folder.files {
      guard let name = DownloadName(file), isDownload(folder.path(of: file), name) else {
        rest.append(folder.path(of: file))
        continue
      }
      let download = Download(file: file, name: name)
      if let index = places[name.run] {
        groups[index].downloads.append(download)
      } else {
        places[name.run] = groups.count
        groups.append((name.run, [download]))
      }
    }
    guard !groups.isEmpty else { return nil }
    let runs = groups.map { run, downloads in
      let title = groups.count == 1 || run.isEmpty ? folder.name : run
      let name = groups.count == 1 || run.isEmpty ? folder.path : folder.path(of: run)
      return RunLocation(name: name, source: folder.path, format: card.id) { (options) throws(LogError) in
        try read(downloads, in: folder, name: title, options)
      }
    }
    return FolderRuns(runs, rest: folder.folders(besides: []), files: rest)
  }

  private static func isDownload(_ path: String, _ name: DownloadName) -> Bool {
    guard let head = try? LogInput(path: path).head else { return false }
    if name.isJSON { return TensorBoardJSON.recognizes(head) == .certain }
    let header = head.bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return isTable(String(decoding: header, as: UTF8.self).split(separator: ",").map(String.init))
  }

  private static func read(
    _ downloads: [Download], in folder: LogFolder, name: String, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let (chosen, choices) = distinct(downloads)
    var collector = EventCollector()
    var notes = choices
    var fullest = 0
    for download in chosen {
      collector.begin(prefix: download.name.split)
      let input = try LogInput(path: folder.path(of: download.file))
      var count = 0
      func take(_ step: Double, _ value: Double) {
        count += 1
        collector.add(value, tag: download.name.tag, at: step)
      }
      if download.name.isJSON {
        notes += try TensorBoardJSON.forEachPoint(input, take)
      } else {
        notes += try NumberTable.read(input) { _, cells in
          if let step = cells[1], let value = cells[2] { take(step, value) }
        }
      }
      fullest = max(fullest, count)
    }
    if fullest == mostPoints {
      notes.append(
        RunNote(
          .interpretation, "TensorBoard gives \(mostPoints) points of a curve at most: some may be missing."))
    }
    guard fullest > 0 else {
      throw LogError(
        .empty, source: folder.path, "the downloads hold no values",
        advice: "Download them again from the scalars page of TensorBoard.")
    }
    var run = try collector.assemble(name: name, source: folder.path, format: card.id, options: options)
    run.notes = notes + run.notes
    return run
  }

  /// One download of each curve: the table rather than the JSON, and the last one of several.
  private static func distinct(_ downloads: [Download]) -> ([Download], [RunNote]) {
    var best: [String: Download] = [:]
    for download in downloads {
      guard let other = best[download.name.curve] else {
        best[download.name.curve] = download
        continue
      }
      let isBetter =
        download.name.isJSON == other.name.isJSON
        ? download.name.copy > other.name.copy : other.name.isJSON
      if isBetter { best[download.name.curve] = download }
    }
    let chosen = downloads.filter { best[$0.name.curve]?.file == $0.file }
    let count = downloads.count - chosen.count
    guard count > 0 else { return (chosen, []) }
    return (
      chosen,
      [
        RunNote(
          .interpretation,
          "Several downloads hold the same curve: of each the CSV is read rather than the JSON, and the latest one."
        )
      ]
    )
  }
}
