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

  /// The run of one download together with those beside it that are curves of the same run, by their names and by the time
  /// at which they were logged; `nil` where there is none.
  static func run(of input: LogInput) -> RunLocation? {
    guard let path = input.path else { return nil }
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let file = pieces.last.map(String.init), let name = DownloadName(file),
      isDownload(input.head, name),
      let times = wallTimes(path, name), let folder = try? LogFolder(path: parent(of: pieces))
    else { return nil }
    let ofSameRun = folder.files.compactMap { other -> Download? in
      guard other != file, let otherName = DownloadName(other), otherName.run == name.run,
        isDownload(folder.path(of: other), otherName),
        let otherTimes = wallTimes(folder.path(of: other), otherName), otherTimes.overlaps(times)
      else { return nil }
      return Download(file: other, name: otherName)
    }
    // The curve that was named is read from its own file.
    let others = ofSameRun.filter { $0.name.curve != name.curve }
    guard !others.isEmpty else { return nil }
    let downloads = [Download(file: file, name: name)] + others
    return RunLocation(
      name: path, source: path, format: card.id,
      companions: ofSameRun.map { pieces.count > 1 ? folder.path(of: $0.file) : $0.file }
    ) { (options) throws(LogError) in
      // A column that was named may be that of the one table.
      if options.nameColumns, !name.isJSON,
        let alone = try? DelimitedText.read(try LogInput(path: path), options: options)
      {
        return alone
      }
      var run = try read(downloads, in: folder, name: file, options)
      run.source = path
      run.notes.append(
        RunNote(
          .interpretation,
          "Read together with the downloads of the same run beside it: "
            + "\(NameList.brief(others.map { PrintableText.clean($0.file) }))."))
      return run
    }
  }

  private static func parent(of pieces: [Substring]) -> String {
    guard pieces.count > 1 else { return "." }
    let path = pieces.dropLast().joined(separator: "/")
    return path.isEmpty ? "/" : path
  }

  /// The seconds from the first point of a download to its last one, with some to spare for what is logged after an epoch.
  private static func wallTimes(_ path: String, _ name: DownloadName) -> ClosedRange<Double>? {
    var first = Double.infinity
    var last = -Double.infinity
    func take(_ time: Double) {
      first = min(first, time)
      last = max(last, time)
    }
    guard let input = try? LogInput(path: path) else { return nil }
    if name.isJSON {
      guard (try? TensorBoardJSON.forEachPoint(input) { time, _, _ in take(time) }) != nil else { return nil }
    } else {
      guard (try? NumberTable.read(input) { _, cells in cells[0].map(take) }) != nil else { return nil }
    }
    guard first <= last, first.isFinite, last.isFinite else { return nil }
    let spare = 60 + 0.1 * (last - first)
    return first - spare...last + spare
  }

  private static func isDownload(_ path: String, _ name: DownloadName) -> Bool {
    (try? LogInput(path: path).head).map { isDownload($0, name) } ?? false
  }

  private static func isDownload(_ head: LogHead, _ name: DownloadName) -> Bool {
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
        notes += try TensorBoardJSON.forEachPoint(input) { take($1, $2) }
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
