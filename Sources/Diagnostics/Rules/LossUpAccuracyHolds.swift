/// Validation loss rises while the validation score holds or still improves.
public struct LossUpAccuracyHolds: Rule {
  public static let card = RuleCard(
    id: "loss-up-accuracy-holds", title: "Validation loss rises although the score holds",
    condition: .miscalibration,
    statement:
      """
      Validation loss rose {rise} from epoch {onset} to {last} (smoothed, {lowest} to {end}) although the \
      validation score held ({scoreBefore} to {scoreEnd}), as where a model grows overconfident in its wrong \
      answers.
      """,
    rationale: """
      Cross-entropy punishes confident mistakes. A network whose training examples are all right keeps \
      sharpening its probabilities, so that its validation loss rises while its decisions stay as good as \
      they were or get better. Probabilities suffer from it; decisions do not. The rise is measured as in \
      `rising-validation-loss`; the score holds where its end is within one standard error, or half a \
      point, of what it was at the lowest loss.
      """,
    citations: [.guo2017],
    remedies: [
      Remedy.selectByScore.because(
        "The score held ({scoreBefore} to {scoreEnd}) while the loss rose {rise}."),
      Remedy.temperatureScaling.because(
        "The loss rose {rise} without a worse score: the probabilities are off, not the decisions."),
      Remedy.keepBestEpoch.because("Probabilities were best at epoch {onset}."),
      Remedy.labelSmoothing.because("Softer targets keep the loss from rewarding certainty."),
      Remedy.addWeightDecay.because("Smaller weights make less extreme probabilities."),
    ],
    fires: [
      RuleExample(
        "accuracy still rises", training: .falling(from: 2.3, to: 0.02, over: 40, pace: 7),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 14, to: 1),
        validationAccuracy: .falling(from: 0.2, to: 0.84, over: 40, pace: 7), onset: 14)
    ],
    staysSilent: [
      RuleExample(
        "accuracy falls as well", training: .falling(from: 2.3, to: 0.02, over: 40, pace: 7),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 14, to: 1),
        validationAccuracy: .falling(from: 0.2, to: 0.8, over: 40, pace: 4).turning(after: 14, to: 0.7)),
      RuleExample(
        "validation loss does not rise", training: .falling(from: 2.3, to: 0.3, over: 40),
        validation: .falling(from: 2.3, to: 0.4, over: 40),
        validationAccuracy: .falling(from: 0.2, to: 0.84, over: 40)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "tolerance", \.tolerance, in: 0...10, "Relative rise above the lowest loss that still passes."),
    RuleParameter<Self>(
      "scale", \.scale, in: 0...1, "Share of the loss's typical high level that a rise has to exceed as well."
    ),
    RuleParameter<Self>("moderate", \.moderate, in: 0...10, "Relative rise from which it is moderate."),
  ]
  public var tolerance = 0.05
  public var scale = 0.01
  public var moderate = 0.5

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.validationLoss?.tail != nil else { return .notAssessable("no validation loss") }
    guard run.validationScore?.tail != nil else {
      return .notAssessable("no validation accuracy or score")
    }
    guard let last = run.lastEpoch, let rise = ValidationRise(run, tolerance: tolerance, scale: scale),
      rise.score?.holds == true, let turn = run.turningPoint
    else { return .notFound }
    return .found(
      Evidence(
        effect: min(rise.loss.share, 1), severity: rise.loss.share >= moderate ? .moderate : .mild,
        confidence: run.confidence(
          of: rise.loss.share, over: rise.threshold, error: rise.loss.error, needsTraining: true),
        onset: turn, span: turn.epoch...max(last, turn.epoch),
        measurements: rise.measurements(lastEpoch: last)))
  }
}
