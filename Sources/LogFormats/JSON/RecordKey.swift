import RunRecords

/// What a key of a record is for.
enum RecordKey: Sendable, Hashable {
  case epoch
  case step
  case iteration
  /// Counts the batches within an epoch.
  case batch
  /// Names the part of the data that the record's values were measured on.
  case split
  /// Says what the record is, which may name the part of the data too.
  case kind
  /// Names the metric of a record with one value.
  case metric
  case value
  /// Holds the value of a hyperparameter.
  case hyperparameter

  /// What a key is for; `nil` for the name of a value.
  init?(_ key: String) {
    let words = NameWords.cut(key).joined(separator: " ")
    if ColumnVocabulary.axes[.epoch]?.contains(words) == true {
      self = .epoch
    } else if ColumnVocabulary.axes[.step]?.contains(words) == true {
      self = .step
    } else if ColumnVocabulary.axes[.iteration]?.contains(words) == true {
      self = .iteration
    } else if ColumnVocabulary.batchCounters.contains(words) {
      self = .batch
    } else if ["event", "type", "kind"].contains(words) {
      self = .kind
    } else if ColumnVocabulary.longSplit.contains(words) {
      self = .split
    } else if ColumnVocabulary.longMetric.contains(words) {
      self = .metric
    } else if ColumnVocabulary.longValue.contains(words) {
      self = .value
    } else if HyperparameterNames.name(of: key) != nil {
      self = .hyperparameter
    } else {
      return nil
    }
  }

  /// The word for a part of the data in a text such as `train` or `validation_end`.
  static func splitWord(_ text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    return NameWords.cut(text).first { ColumnVocabulary.split($0) != nil }
  }
}

extension RecordKey {
  /// Keys of lists that hold no records of a run.
  static let listsOfOther: Set<String> = ["tags", "params", "config", "callbacks", "layers"]
}
