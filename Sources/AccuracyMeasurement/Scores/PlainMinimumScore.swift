/// The predicted epochs beside those of the lowest validation loss as it was logged, run by run.
package struct PlainMinimumScore: ScoreSection {
  package let ours: [Double]
  package let plain: [Double]

  /// - Parameter lowest: The epoch of each run's lowest validation loss.
  init(_ runs: [JudgedRun], lowest: [String: Double]) {
    var ours: [Double] = []
    var plain: [Double] = []
    for run in runs where run.lacks(.diverged) {
      guard let mine = run.truth.regret(keeping: run.prediction.bestEpoch),
        let other = run.truth.regret(keeping: lowest[run.id])
      else { continue }
      ours.append(mine)
      plain.append(other)
    }
    self.ours = ours
    self.plain = plain
  }

  /// Ours less the plain minimum's: below 0 where ours costs less.
  private var differences: [Double] { zip(ours, plain).map { $0 - $1 } }

  /// What ours cost on average beyond what the plain minimum costs.
  package var difference: Double? { differences.mean }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n": .count(ours.count), "regret_mean": .value(ours.mean), "plain_minimum_mean": .value(plain.mean),
      "difference": .value(difference), "standard_error": .value(differences.standardError),
    ]
  }
}
