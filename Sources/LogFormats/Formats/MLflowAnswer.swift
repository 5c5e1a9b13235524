import RunRecords
import Texts

/// What a tracking server of MLflow answered, saved to a file: the history of a metric is a curve; of everything else
/// the message says what it is.
public enum MLflowAnswer: LogFormat {
  private enum Kind {
    case history
    case run(JSONValue)
    case runs([JSONValue])
    /// What `mlflow.search_runs()` gives, by rows or by columns.
    case table
    case experiments
    case error(String?)
  }

  public static func recognizes(_ head: LogHead) -> Recognition {
    switch head.json.flatMap({ kind(of: $0.first) }) {
    case .history, .table: .certain
    case nil: .no
    // What is refused is no log to be found in a folder.
    default: .possible
    }
  }

  private static func kind(of value: JSONValue) -> Kind? {
    if let first = value["metrics"]?.elements?.first {
      return first["key"] != nil && first["value"] != nil && first["timestamp"] != nil ? .history : nil
    }
    if let run = value["run"] ?? (value["data"] == nil ? nil : value), isRun(run) { return .run(run) }
    if let runs = value["runs"]?.elements ?? value.elements, let first = runs.first, isRun(first) {
      return .runs(runs)
    }
    let row = value.elements?.first ?? value
    if row["run_id"] != nil, row["experiment_id"] != nil, row["artifact_uri"] != nil { return .table }
    if let one = value["experiment"] ?? value["experiments"]?.elements?.first, one["experiment_id"] != nil {
      return .experiments
    }
    return value["error_code"].map { _ in .error(value["message"]?.text) }
  }

  private static func isRun(_ value: JSONValue) -> Bool { identifier(of: value) != nil }

  private static func identifier(of run: JSONValue) -> String? {
    (run["info"]?["run_id"] ?? run["info"]?["run_uuid"])?.text
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    if let kind = input.head.json.flatMap({ kind(of: $0.first) }) {
      try refuse(kind, source: input.source)
    }
    var scanner = JSONScanner(input)
    var records = RecordCurves()
    var notes: [RunNote] = []
    try scanner.beginObject()
    while notes.isEmpty, let key = try scanner.nextKey() {
      let kind = try scanner.kind()
      if key == "metrics", kind == .array {
        notes = try JSONRun.forEachElement(&scanner) { (record) throws(LogError) in
          records.add(withStep(record))
        }
      } else if key == "next_page_token", kind == .string {
        if try !scanner.text().isEmpty { notes.append(Self.morePages) }
      } else {
        try scanner.skip()
      }
    }
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
  }

  /// A value with its step, which some servers leave out where it is 0.
  private static func withStep(_ record: JSONValue) -> JSONValue {
    guard let members = record.members, record["step"] == nil else { return record }
    return .object(members + [.init(key: "step", value: .number(0))])
  }

  private static let morePages = RunNote(
    .droppedRows, "This is one page of several: the values of the next pages are not in it.")

  private static func refuse(_ kind: Kind, source: String) throws(LogError) {
    switch kind {
    case .history: return
    case .run(let run):
      throw LogError(
        .unrecognized, source: source,
        "this is what MLflow tells of a run: the last value of each metric, and no history",
        advice:
          "Ask the server for the run: atml-diagnose mlflow:http://localhost:5000/\(shown(run)) - or save "
          + "what metrics/get-history answers.")
    case .runs(let runs):
      throw LogError(
        .unrecognized, source: source,
        "this is a list of runs of MLflow: the last value of each metric, and no history",
        found: runs.compactMap { $0["info"]?["run_name"]?.text }.first.map { PrintableText.clean($0) },
        advice:
          "Ask the server for one of them: atml-diagnose mlflow:http://localhost:5000/\(shown(runs[0])) - or "
          + "for all: atml-diagnose mlflow:http://localhost:5000")
    case .table:
      throw LogError(
        .unrecognized, source: source,
        "this is a list of runs of MLflow: the last value of each metric, and no history",
        advice: "Ask the server for the runs: atml-diagnose mlflow:http://localhost:5000")
    case .experiments:
      throw LogError(
        .unrecognized, source: source, "this is a list of experiments of MLflow, without their runs",
        advice: "Ask the server for the runs: atml-diagnose mlflow:http://localhost:5000")
    case .error(let message):
      throw LogError(
        .unrecognized, source: source, "this is the error message of a server, not a training log",
        found: message.map { PrintableText.clean($0) },
        advice: "Look up the identifier of the run and ask again.")
    }
  }

  private static func shown(_ run: JSONValue) -> String {
    PrintableText.clean(identifier(of: run) ?? "RUN")
  }
}
