/// How well one label is recognised, over the runs of which the truth knows whether it holds.
package struct LabelScore: ScoreSection {
  /// The fewest runs with a label for its F1 to count towards the mean over labels.
  static let leastPositives = 5

  package let label: Label
  package let counts: BinaryCounts
  package let areaUnderCurve: Double?
  package let calibrationError: Double?
  package let brierScore: Double?

  init(_ label: Label, _ runs: [JudgedRun]) {
    self.label = label
    var counts = BinaryCounts()
    for run in runs {
      guard let holds = run.truth.labels[label] else { continue }
      counts.add(stated: run.prediction.states(label), holds: holds)
    }
    self.counts = counts
    let confidences = Confidences(label, runs)
    areaUnderCurve = confidences.areaUnderCurve
    calibrationError = confidences.calibrationError
    brierScore = confidences.brierScore
  }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n_true": .count(counts.positives), "n_false": .count(counts.negatives),
      "precision": .value(counts.precision), "recall": .value(counts.recall), "f1": .value(counts.f1),
      "specificity": .value(counts.specificity), "auroc": .value(areaUnderCurve),
      "macro_f1": .value(counts.macroF1), "calibration_error": .value(calibrationError),
      "brier": .value(brierScore),
    ]
  }
}
