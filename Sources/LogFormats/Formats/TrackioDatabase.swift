import RunRecords
import Texts

/// The database of a project of Trackio, `project.db`: a row for each call of `log`, with its values as JSON.
public enum TrackioDatabase: LogFormat {
  private static let signature = Array("SQLite format 3\0".utf8)
  private static let columns: Set<String> = ["run_name", "step", "metrics"]
  private static let mostRuns = 100_000

  public static func recognizes(_ head: LogHead) -> Recognition {
    // What tables there are need not stand in the first bytes of the file.
    guard head.starts(with: signature), let path = head.path, let database = try? SQLiteDatabase(path: path),
      let found = try? database.columns(of: "metrics")
    else { return .no }
    return found.isSuperset(of: columns) ? .certain : .no
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    let path = try input.databasePath()
    let runs = try runs(in: try open(path))
    guard !runs.isEmpty else { throw noRuns(path) }
    let names = RunNames.distinct(runs.map { ($0.name, $0.identifier) })
    return zip(runs, names).map { run, name in
      RunLocation(name: name, source: path, format: card.id) { (options) throws(LogError) in
        try read(run, try LogInput(path: path), options)
      }
    }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let path = try input.databasePath()
    let runs = try runs(in: try open(path))
    guard let run = runs.first else { throw noRuns(path) }
    guard runs.count == 1 else {
      throw LogError(
        .severalRuns, source: path, "there are \(runs.count) runs in it, of which one was expected")
    }
    return try read(run, input, options)
  }

  private struct Run: Sendable {
    let identifier: String
    let name: String
  }

  private static func noRuns(_ path: String) -> LogError {
    LogError(
      .noRuns, source: path, "no run in this database of Trackio has logged anything",
      advice: "Log the losses by trackio.log.")
  }

  private static func open(_ path: String) throws(LogError) -> SQLiteDatabase {
    let database = try SQLiteDatabase(path: path)
    let found = try database.columns(of: "metrics")
    guard found.isSuperset(of: columns) else {
      throw LogError(
        .unrecognized, source: path, "this SQLite database is not one of Trackio",
        found: found.isEmpty
          ? nil : "the columns \(NameList.brief(found.sorted().map { PrintableText.clean($0) }))",
        expected: "a table metrics with the columns run_name, step and metrics",
        advice: "Export the metrics of each epoch as CSV.")
    }
    return database
  }

  /// The column that tells runs apart: earlier versions have their names alone.
  private static func key(in database: SQLiteDatabase) throws(LogError) -> String {
    try database.columns(of: "metrics").contains("run_id") ? "run_id" : "run_name"
  }

  /// The runs, the oldest first.
  private static func runs(in database: SQLiteDatabase) throws(LogError) -> [Run] {
    var runs: [Run] = []
    let key = try key(in: database)
    try database.forEachRow(
      """
      SELECT \(key), max(run_name) FROM metrics GROUP BY \(key) ORDER BY min(rowid) LIMIT \(mostRuns)
      """
    ) { row in
      guard let identifier = row.text(0) else { return }
      let name = PrintableText.clean(row.text(1) ?? "")
      runs.append(
        Run(identifier: identifier, name: name.isEmpty ? PrintableText.clean(identifier) : name))
    }
    return runs
  }

  private static func read(
    _ run: Run, _ input: LogInput, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let database = try open(try input.databasePath())
    var records = RecordCurves()
    var unreadable = 0
    try database.forEachRow(
      "SELECT step, metrics FROM metrics WHERE \(try key(in: database)) = ? ORDER BY step, rowid",
      [run.identifier]
    ) { row in
      guard let members = values(row.text(1) ?? "") else {
        unreadable += 1
        return
      }
      let hasStep = members.contains { $0.key == "step" }
      let step = hasStep ? nil : row.number(0).map { JSONValue.Member(key: "step", value: .number($0)) }
      records.add(.object([step].compactMap(\.self) + members))
    }
    var notes: [RunNote] = []
    if unreadable > 0 {
      notes.append(RunNote(.droppedRows, "Rows that hold no object of JSON were left out: \(unreadable)."))
    }
    var record = try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
    record.name = run.name
    return record
  }

  /// The members of an object; `nil` for any other text.
  private static func values(_ json: String) -> [JSONValue.Member]? {
    guard let input = try? LogInput(bytes: Array(json.utf8), name: "metrics") else { return nil }
    var scanner = JSONScanner(input)
    return (try? scanner.value())?.members
  }
}
