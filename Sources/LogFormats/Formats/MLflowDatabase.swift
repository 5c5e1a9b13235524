import RunRecords
import Texts

/// The database of MLflow's SQL store, `mlflow.db`.
public enum MLflowDatabase: LogFormat {
  private static let signature = Array("SQLite format 3\0".utf8)
  private static let mostRuns = 100_000

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard head.starts(with: signature) else { return .no }
    // Databases of anything else lie about; one that is named says what tables it has.
    let isKnown =
      head.name.lowercased().contains("mlflow") || head.bytes.firstRange(of: Array("run_uuid".utf8)) != nil
    return isKnown ? .certain : .possible
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    let path = try input.databasePath()
    let runs = try activeRuns(in: try open(path))
    guard !runs.isEmpty else {
      throw LogError(.noRuns, source: path, "no run in this database of MLflow is active")
    }
    let names = RunNames.distinct(runs.map { ($0.path, $0.identifier) })
    return zip(runs, names).map { run, name in
      RunLocation(name: name, source: path, format: card.id) { (options) throws(LogError) in
        try read(run, path, options)
      }
    }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let path = try input.databasePath()
    let runs = try activeRuns(in: try open(path))
    guard let run = runs.first, runs.count == 1 else {
      throw LogError(
        runs.isEmpty ? .noRuns : .severalRuns, source: path,
        runs.isEmpty
          ? "no run in this database of MLflow is active"
          : "there are \(runs.count) runs in it, of which one was expected")
    }
    return try read(run, path, options)
  }

  private struct Run: Sendable {
    let identifier: String
    let name: String
    let experiment: String?
    var path: String { experiment.map { "\($0)/\(name)" } ?? name }
  }

  private static func open(_ path: String) throws(LogError) -> SQLiteDatabase {
    let database = try SQLiteDatabase(path: path)
    let tables = try database.tables()
    guard tables.contains("metrics"), tables.contains("runs") else {
      throw LogError(
        .unrecognized, source: path, "this SQLite database is not one of MLflow",
        found: tables.isEmpty ? nil : "the tables \(NameList.brief(tables))",
        expected: "the tables metrics and runs", advice: "Export the metrics of each epoch as CSV.")
    }
    return database
  }

  /// The runs that were not deleted, the oldest first.
  private static func activeRuns(in database: SQLiteDatabase) throws(LogError) -> [Run] {
    let columns = try database.columns(of: "runs")
    let hasExperiments = try database.tables().contains("experiments")
    var isActive = columns.contains("lifecycle_stage") ? "coalesce(r.lifecycle_stage, '') <> 'deleted'" : "1"
    if hasExperiments, try database.columns(of: "experiments").contains("lifecycle_stage") {
      isActive += " AND coalesce(e.lifecycle_stage, '') <> 'deleted'"
    }
    let order = columns.contains("start_time") ? "r.start_time, r.rowid" : "r.rowid"
    let join = hasExperiments ? "LEFT JOIN experiments e ON e.experiment_id = r.experiment_id" : ""
    var runs: [Run] = []
    try database.forEachRow(
      """
      SELECT r.run_uuid, \(columns.contains("name") ? "r.name" : "NULL"), \(hasExperiments ? "e.name" : "NULL")
      FROM runs r \(join) WHERE \(isActive) ORDER BY \(order) LIMIT \(mostRuns)
      """
    ) { row in
      guard let identifier = row.text(0) else { return }
      let name = PrintableText.clean(row.text(1) ?? "")
      runs.append(
        Run(
          identifier: identifier, name: name.isEmpty ? PrintableText.clean(identifier) : name,
          experiment: row.text(2).map { PrintableText.clean($0) }))
    }
    return try withoutEmptyParents(runs, in: database)
  }

  private static func withoutEmptyParents(
    _ runs: [Run], in database: SQLiteDatabase
  ) throws(LogError) -> [Run] {
    guard try database.tables().contains("tags") else { return runs }
    var parents: [String: String] = [:]
    try database.forEachRow("SELECT run_uuid, value FROM tags WHERE key = ?", [MLflowParents.tag]) { row in
      if let run = row.text(0) { parents[run] = row.text(1) }
    }
    guard !parents.isEmpty else { return runs }
    var withMetrics: Set<String> = []
    try database.forEachRow("SELECT DISTINCT run_uuid FROM metrics") { row in
      if let run = row.text(0) { withMetrics.insert(run) }
    }
    return MLflowParents.withoutEmptyOnes(
      of: runs, identifier: \.identifier, parent: { parents[$0.identifier] },
      hasMetrics: { withMetrics.contains($0.identifier) })
  }

  private static func read(
    _ run: Run, _ path: String, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let database = try open(path)
    let columns = try database.columns(of: "metrics")
    let step = columns.contains("step") ? "step" : "0"
    let isNaN = columns.contains("is_nan") ? "is_nan" : "0"
    var withoutSteps: Set<String> = []
    try database.forEachRow(
      """
      SELECT key FROM metrics WHERE run_uuid = ? GROUP BY key
      HAVING count(*) > 1 AND min(\(step)) = 0 AND max(\(step)) = 0
      """, [run.identifier]
    ) { row in
      if let key = row.text(0) { withoutSteps.insert(key) }
    }
    var metrics = MLflowMetrics()
    var current: String?
    var isWanted = false
    // The order in which a server of the database gives them.
    try database.forEachRow(
      """
      SELECT key, value, \(step) AS place, \(isNaN) FROM metrics
      WHERE run_uuid = ? ORDER BY key, timestamp, place, value
      """, [run.identifier]
    ) { row in
      guard let key = row.text(0), let value = row.number(1) else { return }
      if key != current {
        current = key
        isWanted = metrics.takes(key)
        if isWanted { metrics.begin(key, hasNoSteps: withoutSteps.contains(key)) }
      }
      guard isWanted else { return }
      let isNaN = row.number(3) ?? 0 != 0
      metrics.add(isNaN ? .nan : MLflowMetrics.infinite(value), step: row.number(2) ?? 0)
    }
    return try metrics.run(name: run.name, source: path, format: card.id, options: options)
  }
}
