import RunRecords
import Texts

/// A folder with a table of each part of the data, such as `train.csv` and `val.csv`, which tell of one run.
///
/// Their names differ in the word for the part alone; folds or seeds make several runs of such tables.
public enum SplitTablesFolder: FolderFormat {
  private struct Table: Sendable {
    let file: String
    let part: String
  }

  private static let endings: Set<Substring> = ["csv", "tsv", "txt"]

  public static func runs(in folder: LogFolder) throws(LogError) -> FolderRuns? {
    var names: [String] = []
    var groups: [String: [Table]] = [:]
    for file in folder.files {
      guard let (name, part) = part(of: file) else { continue }
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(Table(file: file, part: part))
    }
    names.removeAll { !isRun(groups[$0] ?? [], in: folder) }
    guard !names.isEmpty else { return nil }
    let runs = names.map { name in
      let tables = groups[name] ?? []
      let title = names.count == 1 || name.isEmpty ? folder.name : name
      let path = title == name ? folder.path(of: name) : folder.path
      return RunLocation(name: path, source: folder.path, format: card.id) { (options) throws(LogError) in
        try read(tables, in: folder, name: title, options)
      }
    }
    let taken = Set(names.flatMap { groups[$0] ?? [] }.map(\.file))
    let others = folder.files.filter { !taken.contains($0) && !EventFolders.isEventFile($0) }
    return FolderRuns(runs, rest: folder.folders(besides: []), files: others.map(folder.path(of:)))
  }

  /// What a file's name says beside the one word for a part of the data, and that word; `nil` without such a word.
  private static func part(of file: String) -> (name: String, part: String)? {
    guard let point = file.lastIndex(of: "."), endings.contains(file[file.index(after: point)...]) else {
      return nil
    }
    let words = file[..<point].split { "_-. ".contains($0) }
    let parts = words.filter { ColumnVocabulary.split($0.lowercased()) != nil }
    guard parts.count == 1 else { return nil }
    return (words.filter { $0 != parts[0] }.joined(separator: "_"), parts[0].lowercased())
  }

  /// Whether tables are of the training data and of others, with a column of positions each.
  private static func isRun(_ tables: [Table], in folder: LogFolder) -> Bool {
    let splits = tables.compactMap { ColumnVocabulary.split($0.part) }
    guard splits.count(where: { $0 == .training }) == 1, splits.count > 1, Set(splits).count == splits.count
    else {
      return false
    }
    return tables.allSatisfy { table in
      guard let input = try? LogInput(path: folder.path(of: table.file)), input.head.isPlainTable else {
        return false
      }
      return DelimitedText.recognizes(input.head) == .certain
    }
  }

  private static func read(
    _ tables: [Table], in folder: LogFolder, name: String, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var curves = NamedCurves()
    var notes: [RunNote] = []
    var axis: RunAxis?
    for table in tables {
      var plan: TablePlan?
      var rows = 0.0
      notes += try NumberTable.read(try LogInput(path: folder.path(of: table.file))) { names, cells in
        let columns = plan ?? TablePlan(columns: names, fileName: "", choice: .none)
        plan = columns
        rows += 1
        guard let position = columns.axisColumn.map({ cells[$0] }) ?? rows, position.isFinite else { return }
        for index in columns.roles.indices where columns.roles[index] == .metric {
          guard let value = cells[index] else { continue }
          let isOfRun = columns.headings[index].metric.isOfRun || columns.headings[index].split != nil
          curves.add(value, to: isOfRun ? names[index] : "\(table.part)_\(names[index])", at: position)
        }
      }
      axis = axis ?? plan?.axis
    }
    let files = NameList.brief(tables.map(\.file))
    notes.append(RunNote(.interpretation, "\(files) are read as one run: each has a part of the data."))
    return try RunAssembler(
      name: name, source: folder.path, format: card.id, axis: axis ?? .epoch, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: notes + curves.notes)
  }

  public static let card = FormatCard(
    id: "split-tables",
    title: "Folder with a table of each part of the data",
    writtenBy: ["Catalyst", "hand-written training loops"],
    fileNames: ["train.csv and val.csv", "train_log.csv and valid_log.csv"],
    summary:
      "Tables of plain numbers whose names differ in the word for the part of the data, as train.csv and val.csv do.",
    reads: [
      FormatExample(
        "training and validation", folder: "logs",
        files: [
          .init("train.csv", "epoch,loss,acc\n1,2.1,0.2\n2,1.6,0.4\n"),
          .init("val.csv", "epoch,loss,acc\n1,2.2,0.15\n2,1.8,0.35\n"),
        ],
        series: ["train_loss", "val_loss", "train_acc", "val_acc"])
    ],
    refuses: [
      FormatExample(
        "headers and no rows", folder: "logs",
        files: [
          .init("train.csv", "epoch,loss\n"),
          .init("val.csv", "epoch,loss\n"),
        ],
        message: "logs: no column holds a number below the header. Write one line of values for each epoch.")
    ])
}
