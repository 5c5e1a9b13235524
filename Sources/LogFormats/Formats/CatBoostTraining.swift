import RunRecords

/// CatBoost's record of a training: `catboost_training.json`.
public enum CatBoostTraining: LogFormat {
  public static let card = FormatCard(
    id: "catboost",
    title: "CatBoost training record",
    writtenBy: ["CatBoost"],
    fileNames: ["catboost_training.json"],
    summary:
      "The metrics by name, and one object for each iteration with a list of values for each evaluation set.",
    reads: [
      FormatExample(
        "a learning and a test set", fileName: "catboost_training.json",
        text: """
          {"meta":{"test_sets":["test"],"test_metrics":[{"best_value":"Min","name":"Logloss"}],
          "learn_metrics":[{"best_value":"Min","name":"Logloss"}],"learn_sets":["learn"]},
          "iterations":[
          {"learn":[0.6],"iteration":0,"passed_time":0.1,"test":[0.62]},
          {"learn":[0.5],"iteration":1,"passed_time":0.2,"test":[0.58]}]}
          """,
        series: ["learn-Logloss", "test-Logloss"])
    ],
    refuses: [
      FormatExample(
        "no iterations", fileName: "catboost_training.json",
        text: #"{"meta":{"learn_metrics":[{"best_value":"Min","name":"Logloss"}]},"iterations":[]}"#,
        message: "catboost_training.json: no loss column recognised. Name them: --train COLUMN --val COLUMN")
    ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json, sample.first["meta"]?["learn_metrics"] != nil else { return .no }
    return .certain
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var scanner = JSONScanner(input)
    var meta = JSONValue.null
    var curves = NamedCurves()
    var notes: [RunNote] = []
    try scanner.beginObject()
    reading: while let key = try scanner.nextKey() {
      switch key {
      case "meta": meta = try scanner.value()
      case "iterations":
        notes = try JSONRun.forEachElement(&scanner) { (entry) throws(LogError) in
          add(entry, meta: meta, to: &curves)
        }
        if !notes.isEmpty { break reading }
      default: try scanner.skip()
      }
    }
    return try JSONRun.assemble(
      curves, axis: .iteration, names: curves.names, input, options: options, format: card.id, notes: notes)
  }

  private static func add(_ entry: JSONValue, meta: JSONValue, to curves: inout NamedCurves) {
    guard let iteration = entry["iteration"]?.number else { return }
    let trained = Set(meta["learn_sets"]?.elements?.compactMap(\.text) ?? ["learn"])
    for member in entry.members ?? [] {
      guard let values = member.value.elements else { continue }
      let isTrained = trained.contains(member.key)
      let metrics = meta[isTrained ? "learn_metrics" : "test_metrics"]?.elements ?? []
      for (metric, value) in zip(metrics, values) {
        guard let name = metric["name"]?.text, let value = value.number else { continue }
        let isHigherBetter = metric["best_value"]?.text == "Max"
        curves.add(value, to: "\(member.key)-\(name)", at: iteration) { full in
          heading(full, metric: name, isTrained: isTrained, isHigherBetter: isHigherBetter)
        }
      }
    }
  }

  /// The heading of a metric; of one that no word is known for, CatBoost says which way is better.
  private static func heading(_ full: String, metric: String, isTrained: Bool, isHigherBetter: Bool)
    -> Heading
  {
    let known = Heading(full)
    guard known.metric.kind == .other else { return known }
    let own = Metric(
      name: metric, kind: isHigherBetter ? .score : .loss,
      direction: isHigherBetter ? .higherIsBetter : .lowerIsBetter)
    return Heading(name: full, metric: own, split: isTrained ? .training : known.split ?? .validation)
  }
}
