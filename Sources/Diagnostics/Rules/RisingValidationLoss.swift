/// Validation loss turns upward while training loss keeps falling.
public struct RisingValidationLoss: Rule {
  public static let card = RuleCard(
    id: "rising-validation-loss", title: "Validation loss rises while training loss falls",
    condition: .overfitting,
    statement:
      """
      Validation loss rose {rise} from epoch {onset} to {last} (smoothed, {lowest} to {end}) while training loss \
      fell {fall}; the noise of the validation loss is {noise}.
      """,
    rationale: """
      A model that fits its training data better and data it has not seen worse has begun to learn what is \
      particular to the training data. The end of the curve (the median of the last values) is compared \
      with the minimum of its running median, and the rise has to exceed both the tolerance and twice its \
      standard error by the noise, so that one lucky epoch is not taken for the best and scatter not for a \
      rise. Where the training loss rises too, the run has another problem; where the score holds, \
      `loss-up-accuracy-holds` speaks.
      """,
    citations: [.prechelt1998, .goodfellow2016],
    remedies: [
      Remedy.keepBestEpoch.because(
        "Smoothed, validation loss was {lowest} at epoch {onset} and {end} at the end."),
      Remedy.stopEarly.because("Nothing was gained on the validation set after epoch {onset}."),
      Remedy.moreData.because(
        "The model fits more of the training data than carries over to the validation data."),
      Remedy.pretrainedModel.because("Features that are learned already leave less to memorise."),
      Remedy.addWeightDecay.because("The rise of {rise} shows more freedom than the data support."),
      Remedy.addDropout.because("The rise of {rise} shows more freedom than the data support."),
      Remedy.smallerModel.because(
        "A smaller model can memorise less; size is rarely the first thing to change."),
    ],
    fires: [
      RuleExample(
        "a clear U", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 15, to: 1.1), onset: 15),
      RuleExample(
        "no training loss in the log",
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 20, to: 1.2), onset: 20),
      RuleExample(
        "accuracy gets worse too", training: .falling(from: 0.69, to: 0.05, over: 30, pace: 8),
        validation: .falling(from: 0.68, to: 0.4, over: 30, pace: 3).turning(after: 12, to: 0.7),
        validationAccuracy: .falling(from: 0.6, to: 0.85, over: 30, pace: 3).turning(after: 12, to: 0.75),
        onset: 12),
    ],
    staysSilent: [
      RuleExample(
        "both fall", training: .falling(from: 2.3, to: 0.3, over: 40),
        validation: .falling(from: 2.3, to: 0.4, over: 40)),
      RuleExample(
        "both rise: that is divergence",
        training: .falling(from: 2.3, to: 0.5, over: 40, pace: 4).turning(after: 15, to: 4),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 15, to: 4.5)),
      RuleExample(
        "a rise within the noise", training: .falling(from: 2.3, to: 0.3, over: 40, pace: 4),
        validation: [Double].falling(from: 2.3, to: 0.5, over: 40, pace: 4).shaken(by: 0.15)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "tolerance", \.tolerance, in: 0...10, "Relative rise above the lowest loss that still passes."),
    RuleParameter<Self>(
      "scale", \.scale, in: 0...1, "Share of the loss's typical high level that a rise has to exceed as well."
    ),
    RuleParameter<Self>("moderate", \.moderate, in: 0...10, "Relative rise from which it is moderate."),
    RuleParameter<Self>("severe", \.severe, in: 0...10, "Relative rise from which it is severe."),
  ]
  public var tolerance = 0.05
  public var scale = 0.01
  public var moderate = 0.15
  public var severe = 0.5

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.validationLoss?.tail != nil else { return .notAssessable("no validation loss") }
    guard let last = run.lastEpoch, let rise = ValidationRise(run, tolerance: tolerance, scale: scale),
      rise.score?.holds != true, let turn = run.turningPoint
    else { return .notFound }
    let confidence = run.confidence(
      of: rise.loss.share, over: rise.threshold, error: rise.loss.error, needsTraining: true)
    let rose = "Validation loss rose {rise} from epoch {onset} to {last} (smoothed, {lowest} to {end})"
    let beside =
      switch rise.trainingFall {
      case nil: ", and no training loss was logged beside it"
      case .some(let fall) where fall < 0.0005: " while training loss stood still"
      case .some: " while training loss fell {fall}"
      }
    let scatter =
      NoiseEstimate.isMeasurable(rise.noise)
      ? "; the noise of the validation loss is {noise}." : "; the validation loss shows no measurable noise."
    return .found(
      Evidence(
        effect: min(rise.loss.share, 1),
        severity: Severity(effect: rise.loss.share, moderate: moderate, severe: severe),
        confidence: confidence, onset: turn, span: turn.epoch...max(last, turn.epoch),
        measurements: rise.measurements(lastEpoch: last),
        statement: rose + beside + scatter))
  }
}
