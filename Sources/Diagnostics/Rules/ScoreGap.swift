import RunRecords

/// The model answers the training data far better than the validation data.
public struct ScoreGap: Rule {
  public static let card = RuleCard(
    id: "score-gap", title: "The training score lies far above the validation score",
    condition: .generalizationGap,
    statement:
      "The training score ended at {training}, the validation score at {validation}: {gap} points do not carry over.",
    rationale: """
      Where no validation loss was logged, the distance of the scores on both sets is what tells learning by heart from \
      learning. Beside a validation loss, which may have settled early and far above the training loss, it takes twice \
      the distance, and a loss that has stopped falling. Both scores have to be measured with the same metric. Dropout or \
      augmentation lowers the training score, so that the true distance is no smaller.
      """,
    citations: [.goodfellow2016, .zhang2017],
    remedies: [
      Remedy.moreData.because("{gap} points of what is learned hold for the training data alone."),
      Remedy.augmentData.because("{gap} points of what is learned hold for the training data alone."),
      Remedy.addWeightDecay.because("A distance of {gap} points shows more freedom than the data support."),
      Remedy.addDropout.because("It makes memorising single examples harder."),
      Remedy.compareSplits.because("Sets that differ give such a distance too."),
    ],
    fires: [
      RuleExample(
        "96 % and 74 %", training: .falling(from: 2.3, to: 0.15, over: 30, pace: 6),
        trainingAccuracy: .falling(from: 0.2, to: 0.96, over: 30, pace: 6),
        validationAccuracy: .falling(from: 0.2, to: 0.74, over: 30, pace: 4)),
      RuleExample(
        "97 % and 57 %, beside a loss that settled early",
        training: .falling(from: 2.1, to: 0.02, over: 80, pace: 6),
        validation: .falling(from: 2.1, to: 1.2, over: 80, pace: 3),
        trainingAccuracy: .falling(from: 0.1, to: 0.97, over: 80, pace: 6),
        validationAccuracy: .falling(from: 0.1, to: 0.57, over: 80, pace: 4)),
    ],
    staysSilent: [
      RuleExample(
        "close together", training: .falling(from: 2.3, to: 0.15, over: 30, pace: 6),
        trainingAccuracy: .falling(from: 0.2, to: 0.96, over: 30, pace: 6),
        validationAccuracy: .falling(from: 0.2, to: 0.92, over: 30, pace: 4)),
      RuleExample(
        "a validation loss says more", training: .falling(from: 2.3, to: 0.15, over: 30, pace: 6),
        validation: .falling(from: 2.3, to: 0.8, over: 30, pace: 20),
        trainingAccuracy: .falling(from: 0.2, to: 0.96, over: 30, pace: 6),
        validationAccuracy: .falling(from: 0.2, to: 0.74, over: 30, pace: 4)),
    ])

  public static let parameters = [
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Distance of the scores from which it counts.")
  ]
  public var gap = 0.1

  public static let readsCurvesOverModels = true

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let isAlone = run.loneScore != nil
    guard let score = run.loneScore ?? run.validationScore, let scoreTail = score.tail else {
      return run.validationLoss?.tail == nil ? .notAssessable("no validation score") : .notFound
    }
    guard isAlone || run.validationHasStopped else { return .notFound }
    let gap = isAlone ? gap : 2 * gap
    let models = ScoredModels(run)
    if let models, !models.areShares { return .notAssessable("no score from 0 to 1") }
    guard models != nil || score.isShare,
      let training = run.trainingScore, training.series.metric.name == score.series.metric.name,
      let trainingTail = training.tail
    else { return .notAssessable("no training score") }
    let end = models?.judged.validation ?? scoreTail
    let trainingEnd = models?.judged.training ?? trainingTail
    guard score.count >= (models == nil ? 5 : 3), let last = score.lastEpoch, trainingEnd - end > gap else {
      return .notFound
    }
    let distance = trainingEnd - end
    let error =
      models?.error ?? max(training.noise, score.error(at: end, examples: run.record.facts.validationSize))
    let place = run.record.axis == .hyperparameter ? "with the best value" : "at the end"
    return .found(
      Evidence(
        effect: min(distance, 1), severity: Severity(effect: distance, moderate: 0.15, severe: 0.3),
        confidence: run.confidence(of: distance, over: gap, error: error),
        span: (score.epochs.first ?? last)...last,
        measurements: [
          Measurement("training", "Training score \(place)", trainingEnd, .score),
          Measurement("validation", "Validation score \(place)", end, .score),
          Measurement("gap", "Distance of the two, in points", 100 * distance, .number, .above(100 * gap)),
        ],
        statement: run.record.axis == .hyperparameter
          ? """
          At the value with the best validation score that score is {validation} and the training score {training}: {gap} \
          points do not carry over.
          """ : nil))
  }
}
