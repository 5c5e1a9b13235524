/// What keeping the predicted epochs costs, over the runs that certainly did not diverge.
package struct CheckpointScore: ScoreSection {
  package let regrets: [Double]
  package let excesses: [Double]
  package let accuracyRegrets: [Double]
  /// What keeping the last epoch of each run would have cost.
  package let lastEpochRegrets: [Double]

  init(_ runs: [JudgedRun]) {
    let scored = runs.filter { $0.lacks(.diverged) }
    regrets = scored.compactMap { $0.truth.regret(keeping: $0.prediction.bestEpoch) }
    excesses = scored.compactMap { $0.truth.excess(keeping: $0.prediction.bestEpoch) }
    lastEpochRegrets = scored.compactMap { $0.truth.regret(keeping: nil) }
    // A run without a finite test loss is left out as a whole.
    accuracyRegrets = scored.filter { $0.truth.regret(keeping: nil) != nil }
      .compactMap { $0.truth.accuracyRegret(keeping: $0.prediction.bestEpoch) }
  }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n": .count(regrets.count),
      "regret_mean": .value(regrets.mean), "regret_median": .value(regrets.quantile(0.5)),
      "regret_p90": .value(regrets.quantile(0.9)),
      "excess_mean": .value(excesses.mean), "excess_p90": .value(excesses.quantile(0.9)),
      "within_2pct": .value(regrets.map { $0 <= 0.02 }.share),
      "acc_regret_mean": .value(accuracyRegrets.mean),
      "last_epoch_regret_mean": .value(lastEpochRegrets.mean),
    ]
  }
}
