extension Score {
  /// Scores what the library says of runs.
  package init(of runs: [BenchmarkRun], against truth: [String: RunTruth]) {
    let predictions = runs.map { ($0.id, $0.prediction) }
    self.init(
      of: Dictionary(predictions, uniquingKeysWith: { $1 }), against: truth, lowest: runs.lowestEpochs)
  }
}

extension [BenchmarkRun] {
  /// The epoch of each run's lowest validation loss, by the run's name.
  package var lowestEpochs: [String: Double] {
    let known = compactMap { run in run.record.lowestValidationEpoch.map { (run.id, $0) } }
    return Dictionary(known, uniquingKeysWith: { $1 })
  }
}
