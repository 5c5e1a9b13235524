import RunRecords

/// In a log without a validation loss, the training and the validation score end close together and low.
public struct BothScoresLow: Rule {
  public static let card = RuleCard(
    id: "both-scores-low", title: "Both scores end low and close together", condition: .underfitting,
    statement:
      "The training score ended at {training} and the validation score at {validation}, {gap} points apart.",
    rationale: """
      A small gap shows that the model does as well on data that it has not seen as on data that it has; a low level \
      shows that it does neither well. Where no validation loss was logged the scores have to tell: fewer than half of \
      the answers right on the training data too, and no rise at the end. Scores other than accuracy are judged only \
      over models that were trained apart, since a mean average precision of 0.4 may be excellent.
      """,
    citations: [.goodfellow2016],
    remedies: [
      Remedy.largerModel.because(
        "With a gap of {gap} points there is room before overfitting becomes the problem."),
      Remedy.reduceRegularization.because(
        "Nothing is overfit, so that regularisation has nothing to hold back."),
      Remedy.otherModel.because("What was tried does not even fit the examples that it was trained on."),
      Remedy.betterFeatures.because("The inputs as they are may not tell the cases apart."),
    ],
    fires: [
      RuleExample(
        "a fifth of the answers right on both", training: .falling(from: 2.3, to: 2, over: 40, pace: 4),
        trainingAccuracy: .falling(from: 0.1, to: 0.22, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.2, over: 40, pace: 4)),
      RuleExample(
        "a stump, over training sizes", trainingAccuracy: [0.245, 0.23, 0.22, 0.215, 0.21],
        validationAccuracy: [0.18, 0.183, 0.186, 0.178, 0.182], axis: .trainingSize),
    ],
    staysSilent: [
      RuleExample(
        "three in four", training: .falling(from: 2.3, to: 0.7, over: 40, pace: 4),
        trainingAccuracy: .falling(from: 0.1, to: 0.78, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.75, over: 40, pace: 4)),
      RuleExample(
        "far apart", training: .falling(from: 2.3, to: 1.2, over: 40, pace: 4),
        trainingAccuracy: .falling(from: 0.1, to: 0.48, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.2, over: 40, pace: 4)),
      RuleExample(
        "low, but still rising", training: .falling(from: 2.3, to: 1.2, over: 40, pace: 60),
        trainingAccuracy: .falling(from: 0.1, to: 0.9, over: 40, pace: 60),
        validationAccuracy: .falling(from: 0.1, to: 0.85, over: 40, pace: 60)),
      RuleExample(
        "a validation loss says more", training: .falling(from: 2.3, to: 2, over: 40, pace: 4),
        validation: .falling(from: 2.3, to: 2, over: 40, pace: 4),
        trainingAccuracy: .falling(from: 0.1, to: 0.22, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.2, over: 40, pace: 4)),
    ])

  public static let parameters = [
    RuleParameter<Self>("level", \.level, in: 0...1, "Training score below which it is low."),
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Largest distance of the scores."),
    RuleParameter<Self>(
      "band", \.band, in: 0...1, "Change over the last third, in the score's unit, that still stands still."),
  ]
  public var level = 0.5
  public var gap = 0.1
  public var band = 0.02

  public static let readsCurvesOverModels = true

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let validation = run.loneScore, let validationTail = validation.tail else {
      return run.validationLoss?.tail == nil ? .notAssessable("no validation score") : .notFound
    }
    let isOverModels = run.record.axis.isOverModels
    let models = ScoredModels(run)
    if let models, !models.areShares { return .notAssessable("no score from 0 to 1") }
    let judged = models?.judged
    guard validation.isAccuracy || isOverModels,
      judged != nil || validation.isShare,
      let training = run.trainingScore, training.series.metric.name == validation.series.metric.name,
      let trainingTail = training.tail
    else { return .notAssessable("no training score") }
    let reached = judged?.training ?? trainingTail
    let end = judged?.validation ?? validationTail
    guard validation.count >= (isOverModels ? 3 : 8), let last = run.lastEpoch, reached < level,
      abs(reached - end) <= gap, isOverModels || Self.standsStill(training, within: band)
    else { return .notFound }
    let place = run.record.axis == .hyperparameter ? "with the best value" : "at the end"
    return .found(
      Evidence(
        effect: 1 - max(reached, 0), severity: Severity(effect: 1 - reached, moderate: 0.65, severe: 0.85),
        confidence: run.confidence(of: level - reached, over: 0, error: level / 3),
        span: validation.epochs[0]...max(last, validation.epochs[validation.count - 1]),
        measurements: [
          Measurement("training", "Training score \(place)", reached, .score, .below(level)),
          Measurement("validation", "Validation score \(place)", end, .score),
          Measurement(
            "gap", "Distance of the two, in points", 100 * abs(reached - end), .number, .below(100 * gap)),
        ],
        statement: run.record.axis == .hyperparameter
          ? """
          At the value with the best validation score that score is {validation} and the training score {training}, {gap} \
          points apart.
          """ : nil))
  }

  private static func standsStill(_ curve: MeasuredCurve, within band: Double) -> Bool {
    guard let end = curve.smoothed.last else { return false }
    return end - curve.smoothed[curve.count * 2 / 3] <= max(band, curve.noise)
  }
}
