/// How well the beginning of overfitting is dated, over the runs that overfit.
package struct OnsetScore: ScoreSection {
  package let count: Int
  /// How far outside of the true interval each answer is.
  package let distances: [Double]
  /// The distance of each answer from the true epoch, as a share of the run.
  package let errors: [Double]
  /// How many answers are within 2 epochs, or 5 % of the run, of the true interval.
  package let hits: Int

  init(_ runs: [JudgedRun]) {
    let overfit = runs.filter { $0.has(.overfitting) }
    count = overfit.count
    var distances: [Double] = []
    var errors: [Double] = []
    var hits = 0
    for run in overfit {
      guard let onset = run.truth.onset, let answer = run.prediction.onset(of: .overfitting) else { continue }
      let length = Double(run.truth.epochs)
      let distance = max(onset.interval.lowerBound - answer, answer - onset.interval.upperBound, 0)
      distances.append(distance)
      errors.append(abs(answer - onset.epoch) / length)
      if distance <= max(2, 0.05 * length) { hits += 1 }
    }
    self.distances = distances
    self.errors = errors
    self.hits = hits
  }

  /// The share of all runs that overfit whose onset was found.
  package var hitShare: Double? { count == 0 ? nil : Double(hits) / Double(count) }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n_overfit": .count(count), "answered": .count(distances.count),
      "median_dist_to_interval": .value(distances.quantile(0.5)),
      "p90_dist": .value(distances.quantile(0.9)),
      "median_abs_err_frac_of_E": .value(errors.quantile(0.5)),
      "within_tol_of_all_overfit": .value(hitShare),
    ]
  }
}
