import RunRecords

extension JSONSample {
  /// Whether an object is surely an entry of a run: with a loss, or with a score and its epoch or step.
  ///
  /// A score alone may be that of a prediction.
  static func isSurelyOfRun(_ value: JSONValue) -> Bool {
    guard isJudged(value) else { return false }
    let axes: Set<RecordKey> = [.epoch, .step, .iteration]
    if value.members?.contains(where: { RecordKey($0.key).map(axes.contains) ?? false }) == true {
      return true
    }
    var hasLoss = false
    value.flatten(under: "") { key, _ in
      if Heading(key).metric.kind == .loss { hasLoss = true }
    }
    return hasLoss
  }

  /// Whether the first object is an entry of a running log: it says its epoch or step and a loss or score.
  var isOneEntry: Bool {
    guard let members = first.members, Self.isJudged(first) else { return false }
    let roles = members.map { RecordKey($0.key) }
    // Final values of a run come with how long it took.
    let isFinal = members.contains { $0.key.hasSuffix("runtime") || $0.key.hasPrefix("best_") }
    return !isFinal && (roles.contains(.epoch) || roles.contains(.step) || roles.contains(.iteration))
  }

  /// Whether an object is a record with something to judge.
  static func isJudged(_ value: JSONValue) -> Bool {
    guard let members = value.members else { return false }
    var isJudged = false
    value.flatten(under: "") { key, _ in
      let heading = Heading(key)
      if heading.metric.isJudged, !heading.isIgnored { isJudged = true }
    }
    // The long form names its metric in a text.
    let metric = members.first { RecordKey($0.key) == .metric }?.value.text
    let hasValue = members.contains { RecordKey($0.key) == .value }
    return isJudged || hasValue && metric.map { Heading($0).metric.isJudged } ?? false
  }

  /// Whether an object holds one value, whose metric stands above it.
  static func isValue(_ value: JSONValue) -> Bool {
    value.members?.contains { RecordKey($0.key) == .value && $0.value.number != nil } ?? false
  }

  /// Whether this is what XGBoost's `save_model` writes.
  var isModelOfXGBoost: Bool { Set(keys).isSuperset(of: ["learner", "version"]) }

  /// The error for JSON in which no format found a run.
  func unknown(source: String) -> LogError {
    if isModelOfXGBoost {
      return LogError(
        .unrecognized, source: source, "this is a model of XGBoost, not a training log", columns: keys,
        advice: "Save what evals_result() returns: json.dump(model.evals_result(), file).")
    }
    return LogError(
      .unrecognized, source: source, "no curve of a training run was recognised in this JSON", columns: keys,
      advice: "Write a list of values for each metric, such as {\"train_loss\": [...], \"val_loss\": [...]}.")
  }
}
