/// How often overfitting is seen where it certainly is not: in healthy runs and in runs that underfit.
package struct FalseAlarmScore: ScoreSection {
  package let healthy: [Bool]
  package let underfit: [Bool]

  init(_ runs: [JudgedRun]) {
    func alarms(_ label: Label) -> [Bool] {
      runs.filter { $0.has(label) && $0.lacks(.overfitting) }.map { $0.prediction.states(.overfitting) }
    }
    healthy = alarms(.healthy)
    underfit = alarms(.underfitting)
  }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n_healthy": .count(healthy.count), "share_of_healthy": .value(healthy.share),
      "n_underfit": .count(underfit.count), "share_of_underfit": .value(underfit.share),
    ]
  }
}
