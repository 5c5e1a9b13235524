import RunRecords
import Texts

/// A folder with a list of numbers for each curve, such as `train_loss.txt` and `val_loss.txt` of `numpy.savetxt`.
public enum CurveListsFolder: FolderFormat {
  private static let endings: Set<Substring> = ["csv", "dat", "tsv", "txt"]
  /// The most lists that are read as one run.
  private static let most = 256

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    let lists = folder.files.filter { isList($0, in: folder) }
    let splits = Set(lists.compactMap { Heading(name(of: $0)).split })
    guard lists.count <= most, splits.contains(.training), splits.count > 1 else { return nil }
    var lengths: Set<Int> = []
    for list in lists { lengths.insert(try values(of: list, in: folder).count) }
    // Lists of other lengths tell of other runs, or of steps.
    guard lengths.count == 1 else { return nil }
    let run = RunLocation(name: folder.path, source: folder.path, format: card.id) {
      (options) throws(LogError) in try read(lists, in: folder, options)
    }
    let others = folder.files.filter { !lists.contains($0) && !EventFolders.isEventFile($0) }
    return FolderRuns([run], rest: folder.folders(besides: []), files: others.map(folder.path(of:)))
  }

  /// Whether a file is called like a curve and begins with a line of one number.
  private static func isList(_ file: String, in folder: LogFolder) -> Bool {
    guard let ending = file.split(separator: ".").last, endings.contains(ending),
      TableHeader.curveName(file) != nil, let head = try? LogInput(path: folder.path(of: file)).head
    else { return false }
    let line = head.bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return DecimalNumber.parse(line.filter { $0 != 0x20 }) != nil
  }

  private static func name(of file: String) -> String { TableHeader.curveName(file) ?? file }

  private static func values(of file: String, in folder: LogFolder) throws(LogError) -> [Double] {
    var values: [Double] = []
    _ = try NumberTable.read(try LogInput(path: folder.path(of: file))) { _, cells in
      values.append(cells.first.flatMap { $0 } ?? .nan)
    }
    return values
  }

  private static func read(
    _ lists: [String], in folder: LogFolder, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = NamedCurves()
    for list in lists {
      for (index, value) in try values(of: list, in: folder).enumerated() {
        curves.add(value, to: name(of: list), at: Double(index + 1))
      }
    }
    let note = RunNote(
      .interpretation, "\(NameList.brief(lists)) are read as one run: each is a list of as many values.")
    return try RunAssembler(
      name: folder.name, source: folder.path, format: card.id, axis: .epoch, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: [note] + curves.notes)
  }

  public static let card = FormatCard(
    id: "curve-lists",
    title: "Folder with a list of numbers for each curve",
    writtenBy: ["numpy.savetxt", "hand-written training loops"],
    fileNames: ["train_loss.txt and val_loss.txt", "train_loss.csv and val_loss.csv"],
    summary: "Lists of plain numbers of one length, one in a line, in files that are called like the curves.",
    reads: [
      FormatExample(
        "losses of both parts of the data", folder: "logs",
        files: [
          .init("train_loss.txt", "2.1\n1.6\n1.2\n"), .init("val_loss.txt", "2.2\n1.8\n1.9\n"),
        ],
        series: ["train_loss", "val_loss"])
    ],
    refuses: [
      FormatExample(
        "a word among the numbers", folder: "logs",
        files: [.init("train_loss.txt", "2.1\n1.6\n"), .init("val_loss.txt", "2.2\nlow\n")],
        message:
          "logs/val_loss.txt, line 2, column 1 (val_loss): unreadable value: found \"low\", expected a number."
      )
    ])
}
