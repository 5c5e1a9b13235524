/// How well predictions agree with what is true of a benchmark's runs.
package struct Score: Sendable, Encodable {
  package let runs: Int
  /// The runs without a prediction.
  package let missing: Int
  package let labels: [LabelScore]
  package let onset: OnsetScore
  package let checkpoint: CheckpointScore
  package let recommendation: RecommendationScore
  package let falseAlarms: FalseAlarmScore
  package let plainMinimum: PlainMinimumScore
  package let verdict: VerdictScore
  /// The F1 of each label in each family of data; none where no run of the family has the label.
  package let families: ScoreTable

  /// - Parameters:
  ///   - predictions: What was predicted, by the names of the runs.
  ///   - truth: What is true, by the names of the runs.
  ///   - lowest: The epoch of each run's lowest validation loss.
  package init(
    of predictions: [String: Prediction], against truth: [String: RunTruth], lowest: [String: Double]
  ) {
    let judged = [JudgedRun](predictions, against: truth)
    runs = judged.count
    missing = truth.keys.count { predictions[$0] == nil }
    labels = Label.allCases.map { LabelScore($0, judged) }
    onset = OnsetScore(judged)
    checkpoint = CheckpointScore(judged)
    recommendation = RecommendationScore(judged)
    falseAlarms = FalseAlarmScore(judged)
    plainMinimum = PlainMinimumScore(judged, lowest: lowest)
    verdict = VerdictScore(judged)
    families = Self.families(judged)
  }

  /// The mean F1 of the labels that at least 5 runs have.
  package var macroF1: Double? {
    labels.filter { $0.counts.positives >= LabelScore.leastPositives }.map(\.counts.f1).mean
  }

  /// The mean over the labels.
  package var calibrationError: Double? { labels.compactMap(\.calibrationError).mean }

  /// The mean over the labels.
  package var brierScore: Double? { labels.compactMap(\.brierScore).mean }

  package subscript(label: Label) -> LabelScore? { labels.first { $0.label == label } }

  private static func families(_ runs: [JudgedRun]) -> ScoreTable {
    let families = Dictionary(grouping: runs, by: \.truth.family).sorted { $0.key < $1.key }
    return ScoreTable(
      columns: Label.allCases.map(\.rawValue),
      rows: families.map { family, members in
        let scores = Label.allCases.map { LabelScore($0, members).counts }
        return (family, scores.map { .value($0.positives == 0 ? nil : $0.f1) })
      })
  }
}
