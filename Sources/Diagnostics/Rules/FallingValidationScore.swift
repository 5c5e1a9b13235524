import RunRecords

/// The validation score of a log without a validation loss falls while training goes on.
public struct FallingValidationScore: Rule {
  public static let card = RuleCard(
    id: "falling-validation-score", title: "The validation score gets worse while training goes on",
    condition: .overfitting,
    statement:
      """
      The validation score went from {best} at epoch {onset} (smoothed) to {end} at the end, while training loss fell \
      {fall}.
      """,
    rationale: """
      Where no validation loss was logged, a score on the validation data is all that tells how the model does on new \
      data. A score turns later than a loss and by less, since it counts answers and not how sure they were: a fall \
      of the smoothed score beyond the tolerance and twice its standard error is a sign that what is learned now is \
      particular to the training data. Where a validation loss was logged the rules for it speak instead.
      """,
    citations: [.prechelt1998, .goodfellow2016, .guo2017],
    remedies: [
      Remedy.keepBestEpoch.because("The smoothed score was {best} at epoch {onset} and {end} at the end."),
      Remedy.stopEarlyByScore.because("No score was gained after epoch {onset}."),
      Remedy.moreData.because(
        "The model fits more of the training data than carries over to the validation data."),
      Remedy.addWeightDecay.because("A score that falls by {drop} shows more freedom than the data support."),
      Remedy.addDropout.because("A score that falls by {drop} shows more freedom than the data support."),
    ],
    fires: [
      RuleExample(
        "no training loss in the log",
        validationAccuracy: .falling(from: 0.1, to: 0.82, over: 40, pace: 4).turning(after: 15, to: 0.72),
        onset: 15),
      RuleExample(
        "the accuracy peaks", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validationAccuracy: .falling(from: 0.1, to: 0.82, over: 40, pace: 4).turning(after: 15, to: 0.72),
        onset: 15),
    ],
    staysSilent: [
      RuleExample(
        "the accuracy holds", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validationAccuracy: .falling(from: 0.1, to: 0.82, over: 40, pace: 4)),
      RuleExample(
        "a validation loss says more", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.82, over: 40, pace: 4).turning(after: 15, to: 0.72)),
      RuleExample(
        "training loss rises too: the run has another problem",
        training: .falling(from: 2.3, to: 0.5, over: 40, pace: 4).turning(after: 15, to: 2),
        validationAccuracy: .falling(from: 0.1, to: 0.82, over: 40, pace: 4).turning(after: 15, to: 0.5)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "tolerance", \.tolerance, in: 0...1, "Fall of the score, as a share of its best, that still passes.")
  ]
  public var tolerance = 0.03

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let score = run.loneScore else {
      return run.validationLoss?.tail == nil ? .notAssessable("no validation score") : .notFound
    }
    guard score.count >= 5, let worsening = score.worsening, worsening.share > tolerance,
      let last = run.lastEpoch
    else { return .notFound }
    let error = score.error(at: worsening.best, examples: run.record.facts.validationSize)
    guard worsening.amount > 2 * error, !run.trainingGotWorse(since: worsening.bestEpoch) else {
      return .notFound
    }
    let fall = run.trainingFall(since: worsening.bestEpoch)
    let onset = worsening.bestEpoch
    return .found(
      Evidence(
        effect: min(worsening.share, 1),
        severity: Severity(effect: worsening.share, moderate: 0.1, severe: 0.25),
        confidence: run.confidence(
          of: worsening.share, over: tolerance, error: score.share(error, of: worsening.best),
          needsTraining: true),
        onset: Onset(epoch: onset, interval: onset...onset), span: onset...max(last, onset),
        measurements: [
          Measurement("best", "Best validation score, smoothed", worsening.best, .score),
          Measurement("onset", "Epoch of the best validation score", onset, .epoch),
          Measurement("end", "Validation score at the end", worsening.end, .score),
          Measurement("drop", "Change for the worse", worsening.share, .share, .above(tolerance)),
          Measurement("patience", "Patience to use", ValidationRise.patience(score), .epochs),
        ]
          + (fall.map { [Measurement("fall", "Fall of the training loss meanwhile", max($0, 0), .share)] }
            ?? []),
        statement: fall == nil
          ? "The validation score went from {best} at epoch {onset} (smoothed) to {end} at the end; no training loss was "
            + "logged beside it." : nil))
  }
}
