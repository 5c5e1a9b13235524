extension Conclusion {
  /// The relative rise that a noisy validation loss may hide and still pass as a good fit.
  private static let mostHidden = 0.3

  /// The fall of the loss after the first epochs below which a run whose log proves no learning
  /// may have learned nothing.
  private static let leastFall = 0.2

  /// Why an end above the lowest loss that is no certain rise is no good fit either.
  static func doubtOfEnd(_ run: MeasuredRun, _ worsening: Worsening?, trust: Double) -> Phrase? {
    guard trust < Precedence.leastConfidence, let worsening, let curve = run.validationLoss,
      worsening.share > mostRise
    else { return nil }
    let rise = "Validation loss ended {above} above its lowest level of {lowest} at epoch {at}"
    return Phrase(
      worsening.share < max(0.1, 3 * worsening.error)
        ? "\(rise); with a noise of {noise} that is neither clearly a rise nor clearly none."
        : "\(rise), which no rule explains: no good fit, but the log does not show what it is.",
      [
        Measurement("above", "End above the lowest", worsening.share, .share, .below(mostRise)),
        Measurement("lowest", "Lowest validation loss, smoothed", worsening.best, .loss),
        Measurement("at", "Epoch of the lowest validation loss", worsening.bestEpoch, .epoch),
        Measurement("noise", "Noise of the validation loss", curve.noiseShare(of: worsening.best), .share),
      ])
  }

  /// Why a run without a deciding finding cannot be called a good fit.
  static func doubt(_ run: MeasuredRun) -> Phrase? {
    guard run.length > 0 else {
      return Phrase("The log holds no finite loss or score to judge.")
    }
    if run.record.axis.isOverModels { return doubtOfModels(run) }
    if let score = run.loneScore { return doubt(run, by: score) }
    guard let curve = run.validationLoss, let worsening = curve.worsening else {
      return Phrase("No validation loss was logged, so that a good fit cannot be told from overfitting.")
    }
    guard curve.count >= leastEpochs else {
      let have = curve.count == 1 ? "one epoch has" : "{count} epochs have"
      return Phrase(
        """
        Only \(have) a validation loss; {needed} are needed to tell a good fit from a run that was cut \
        short.
        """,
        [
          Measurement("count", "Epochs with a validation loss", Double(curve.count), .epochs),
          Measurement("needed", "Epochs needed", Double(leastEpochs), .count),
        ])
    }
    guard 2 * worsening.error <= mostHidden else {
      return Phrase(
        """
        Validation loss scatters by {noise} from one epoch to the next, which would hide a rise of \
        {hidden}.
        """,
        [
          Measurement("noise", "Noise of the validation loss", curve.noiseShare(of: worsening.best), .share),
          Measurement(
            "hidden", "Largest rise that would not show", 2 * worsening.error, .share, .above(mostHidden)),
        ])
    }
    return doubtOfLearning(run, isProved: run.showsLearning)
  }

  /// Why the log leaves open whether the model has learned anything, or kept what it had learned.
  ///
  /// - Parameter isProved: Whether something shows that it has learned.
  static func doubtOfLearning(_ run: MeasuredRun, isProved: Bool) -> Phrase? {
    if let reason = lostGround(run.trainingLoss, "Training loss", .loss, "above its lowest")
      ?? lostGround(run.trainingScore, "Training score", .score, "below its highest")
    {
      return reason
    }
    if run.isNearChance(), let chance = run.chance, let lowest = run.validationLoss?.smoothed.min() {
      return Phrase(
        """
        Validation loss came down to {lowest}, hardly below the {chance} of a model that guesses: a good fit cannot \
        be told from a model that has learned little.
        """,
        [
          Measurement("lowest", "Lowest validation loss, smoothed", lowest, .loss),
          Measurement("chance", "Loss of guessing", chance.loss, .loss),
        ])
    }
    let isTraining = run.trainingLoss?.tail != nil
    guard let curve = isTraining ? run.trainingLoss : run.validationLoss, let lowest = curve.smoothed.min()
    else {
      return nil
    }
    guard !isProved, let early = curve.early else { return nil }
    let fall = curve.share(early - lowest, of: early)
    guard fall < leastFall else { return nil }
    return Phrase(
      """
      After the first epochs \(isTraining ? "training" : "validation") loss fell by only {fall}, and nothing in the log shows a level that \
      takes learning: a good fit cannot be told from a model that has learned little.
      """,
      [
        Measurement(
          "fall", "Fall of the loss after the first epochs", max(fall, 0), .share,
          .below(leastFall))
      ])
  }

  /// That a training curve ended far behind its best level, if it did.
  private static func lostGround(
    _ curve: MeasuredCurve?, _ name: String, _ quantity: Measurement.Quantity, _ place: String
  ) -> Phrase? {
    guard let curve, curve.hasLostGround, let worsening = curve.worsening else { return nil }
    let hasLearned = worsening.bestIndex > 0
    return Phrase(
      """
      \(name) ended at {end}, {change} \(place) level at epoch {at}: the model \
      \(hasLearned ? "lost part of what it had learned" : "got worse from the start on"), and the log does not show why.
      """,
      [
        Measurement("end", "\(name) at the end", worsening.end, quantity),
        Measurement("change", "Change for the worse since its best level", worsening.share, .share),
        Measurement("at", "Epoch of its best level", worsening.bestEpoch, .epoch),
      ])
  }
}
