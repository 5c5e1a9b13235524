/// The verdict where a validation score is all that tells how the model does on new data.
extension Conclusion {
  /// The most confidence in a good fit that only a score shows: the loss may have risen meanwhile, as it had in more than
  /// a third of the benchmark's runs that looked well by their scores.
  static let mostByScore = 0.5

  /// How many validation scores a good fit takes.
  private static let leastScores = 8

  /// The fall from the best score, as a share of it, that a good fit may end with.
  private static let mostFall = 0.03

  /// The gain of the score over its first values, as a share of them, that takes learning.
  private static let leastGain = 0.1

  /// How sure it is that the score did not end below its best.
  static func trust(in worsening: Worsening, _ run: MeasuredRun) -> Double {
    run.confidence(
      of: mostFall - worsening.share, over: 0, error: max(worsening.error, 0.02), needsTraining: true)
  }

  /// Why a run whose validation score is all there is cannot be called a good fit.
  static func doubt(_ run: MeasuredRun, by score: MeasuredCurve) -> Phrase? {
    guard score.count >= leastScores, let worsening = score.worsening else {
      let have = score.count == 1 ? "one epoch has" : "{count} epochs have"
      return Phrase(
        "No validation loss was logged, and only \(have) a validation score; {needed} are needed to see its course.",
        [
          Measurement("count", "Epochs with a validation score", Double(score.count), .epochs),
          Measurement("needed", "Epochs needed", Double(leastScores), .count),
        ])
    }
    guard run.trainingLoss?.tail != nil || run.trainingScore?.tail != nil else {
      return Phrase(
        "Nothing but a validation score was logged: without a loss and without the training score, a good fit cannot be "
          + "told from a run that was cut short or that is overfit.")
    }
    guard trust(in: worsening, run) >= Precedence.leastConfidence else {
      return Phrase(
        """
        No validation loss was logged, and the validation score ended at {end}, {fall} behind its best of {best} at \
        epoch {at}; with a noise of {noise} that is neither clearly a fall nor clearly none.
        """,
        [
          Measurement("end", "Validation score at the end", worsening.end, .score),
          Measurement("fall", "Change for the worse", worsening.share, .share, .below(mostFall)),
          Measurement("best", "Best validation score, smoothed", worsening.best, .score),
          Measurement("at", "Epoch of the best validation score", worsening.bestEpoch, .epoch),
          Measurement("noise", "Noise of the validation score", score.noiseShare(of: worsening.best), .share),
        ])
    }
    let first = score.values.prefix(3).median() ?? worsening.best
    let gained = abs(score.share(worsening.best - first, of: first))
    return doubtOfLearning(
      run, isProved: run.showsLearning || gained > max(leastGain, 2 * score.noiseShare(of: first)))
  }

  /// What makes a run a good fit by its validation score.
  static func goodFit(_ score: MeasuredCurve, _ worsening: Worsening) -> Phrase {
    let ending = worsening.share < 0.0005 ? "and did not get worse after it" : "and ended {fall} behind it"
    return Phrase(
      """
      The validation score went from {first} to {best} at epoch {at} \(ending). No validation loss was logged, so that \
      a rise of it would not show.
      """,
      [
        Measurement("first", "First validation score", score.values.first ?? worsening.best, .score),
        Measurement("best", "Best validation score, smoothed", worsening.best, .score),
        Measurement("at", "Epoch of the best validation score", worsening.bestEpoch, .epoch),
        Measurement("fall", "Change for the worse", max(worsening.share, 0), .share, .below(mostFall)),
      ])
  }
}
