/// What following the first recommendation brings, by runs that were trained again with one thing changed.
package struct RecommendationScore: ScoreSection {
  /// A remedy that nearly always wins and is not the user's to choose.
  static let unscored = "more_data"
  /// The gain from which on a run counts as one that can be improved.
  static let leastGain = 0.05
  /// The gain below which a recommendation did harm.
  static let harm = -0.02

  /// The gains of the first recommendations, in runs that can be improved.
  package private(set) var gains: [Double] = []
  /// The same as shares of the best gain.
  package private(set) var shares: [Double] = []
  /// Whether they reached 80 % of the best gain.
  package private(set) var hits: [Bool] = []
  /// Whether a recommendation did harm, in every run.
  package private(set) var harms: [Bool] = []
  /// The same in runs that cannot be improved.
  package private(set) var harmsInVain: [Bool] = []

  init(_ runs: [JudgedRun]) {
    for run in runs {
      let known = run.truth.gains.filter { $0.key != Self.unscored }
      guard let best = known.values.max() else { continue }
      let first = run.prediction.recommendations.first { known[$0] != nil } ?? "none"
      let gain = known[first] ?? 0
      if best >= Self.leastGain {
        gains.append(gain)
        shares.append(max(-1, gain / best))
        hits.append(gain >= 0.8 * best)
      } else {
        harmsInVain.append(gain < Self.harm)
      }
      harms.append(gain < Self.harm)
    }
  }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "n_improvable": .count(gains.count), "mean_gain_top1": .value(gains.mean),
      "mean_share_of_best": .value(shares.mean), "hit_rate_80pct_of_best": .value(hits.share),
      "harm_rate_all": .value(harms.share), "harm_rate_not_improvable": .value(harmsInVain.share),
    ]
  }
}
