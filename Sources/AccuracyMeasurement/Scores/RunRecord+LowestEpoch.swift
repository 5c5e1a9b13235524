import RunRecords

extension RunRecord {
  /// The epoch of the lowest finite validation loss as it was logged, the first of equal ones.
  package var lowestValidationEpoch: Double? {
    first(.loss, .validation)?.summary.bestEpoch
  }
}
