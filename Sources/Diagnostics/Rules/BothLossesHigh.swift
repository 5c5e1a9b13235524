import RunRecords

/// Both losses have settled close together at a level that is hardly better than guessing.
public struct BothLossesHigh: Rule {
  public static let card = RuleCard(
    id: "both-losses-high", title: "Both losses settle at a high level", condition: .underfitting,
    statement:
      """
      Training loss ({training}) and validation loss ({validation}) have stood still since epoch \
      {start}, {gap} apart, with {skill} of the way from guessing to a perfect model behind them.
      """,
    rationale: """
      A small gap shows that the model does as well on data that it has not seen as on data that it has; a \
      high level shows that it does neither well. A validation loss below the training loss is no gap. The \
      level is held against guessing: the larger of 1 - loss / ln K and (accuracy - 1/K) / (1 - 1/K). Without \
      the number of classes the accuracy itself takes its place, which is never smaller; without an accuracy \
      either, a log can only show a plateau. Noise that no model could explain can look the same, so that a \
      larger model is a test as well as a cure.
      """,
    citations: [.goodfellow2016, .godbole2023],
    remedies: [
      Remedy.largerModel.because("With a gap of {gap} there is room before overfitting becomes the problem."),
      Remedy.reduceRegularization.because(
        "Nothing is overfit, so that regularisation has nothing to hold back."),
      Remedy.sweepLearningRate.because(
        "A loss can stand still because its steps are too small or too large."),
      Remedy.betterFeatures.because("The inputs as they are may not tell the cases apart."),
    ],
    fires: [
      RuleExample(
        "ten classes at 2.0",
        training: [Double].falling(from: 2.303, to: 1.95, over: 40, pace: 4).shaken(by: 0.004),
        validation: [Double].falling(from: 2.303, to: 2, over: 40, pace: 4).shaken(by: 0.004, seed: 2),
        trainingAccuracy: .falling(from: 0.1, to: 0.26, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.25, over: 40, pace: 4), facts: RunFacts(classCount: 10)),
      RuleExample(
        "accuracy of 19 %, number of classes not known",
        training: .falling(from: 3.9, to: 2.2, over: 40, pace: 8),
        validation: .falling(from: 3.6, to: 2.25, over: 40, pace: 8),
        trainingAccuracy: .falling(from: 0.09, to: 0.19, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.08, to: 0.15, over: 40, pace: 4)),
      RuleExample(
        "dropout lifts training above validation",
        training: .falling(from: 2.303, to: 2.1, over: 40, pace: 4),
        validation: .falling(from: 2.303, to: 1.8, over: 40, pace: 4), facts: RunFacts(classCount: 10)),
      RuleExample(
        "values to predict, nine tenths of their variance left",
        training: [Double].falling(from: 1.2, to: 0.9, over: 40, pace: 4).shaken(by: 0.004),
        validation: [Double].falling(from: 1.2, to: 0.92, over: 40, pace: 4).shaken(by: 0.004, seed: 2),
        facts: RunFacts(guessingLoss: 1)),
    ],
    staysSilent: [
      RuleExample(
        "accuracy above a half, number of classes not known",
        training: .falling(from: 3.9, to: 2.2, over: 40, pace: 8),
        validation: .falling(from: 3.6, to: 2.25, over: 40, pace: 8),
        trainingAccuracy: .falling(from: 0.3, to: 0.62, over: 40, pace: 4),
        validationAccuracy: .falling(from: 0.3, to: 0.6, over: 40, pace: 4)),
      RuleExample(
        "high, but validation lies well above training",
        training: .falling(from: 2.303, to: 1.5, over: 40, pace: 4),
        validation: .falling(from: 2.303, to: 1.9, over: 40, pace: 4), facts: RunFacts(classCount: 10)),
      RuleExample(
        "settled at a low level", training: .falling(from: 2.303, to: 0.3, over: 40, pace: 4),
        validation: .falling(from: 2.303, to: 0.32, over: 40, pace: 4), facts: RunFacts(classCount: 10)),
      RuleExample(
        "high, but still falling", training: .falling(from: 2.303, to: 1, over: 40, pace: 60),
        validation: .falling(from: 2.303, to: 1, over: 40, pace: 62), facts: RunFacts(classCount: 10)),
      RuleExample(
        "high, but nothing known to compare with", training: .falling(from: 9, to: 7, over: 40, pace: 4),
        validation: .falling(from: 9, to: 7.1, over: 40, pace: 4)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "skill", \.skill, in: 0...1, "Share of the way from guessing to perfect below which it is high."),
    RuleParameter<Self>(
      "gap", \.gap, in: 0...1,
      "Largest share of the validation loss that may lie above the training loss."),
    RuleParameter<Self>(
      "band", \.band, in: 0...1, "Relative distance from the best at which a loss stands still."),
  ]
  public var skill = 0.5
  public var gap = 0.1
  public var band = 0.03

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, let trainingEnd = training.tail else {
      return .notAssessable("no training loss")
    }
    guard let validation = run.validationLoss, let validationEnd = validation.tail else {
      return .notAssessable("no validation loss")
    }
    func isJudged(_ score: MeasuredCurve) -> Bool {
      score.isAccuracy && score.tail != nil
    }
    guard run.chance != nil || run.scores.contains(where: isJudged) else {
      return .notAssessable("loss of guessing not known")
    }
    // Without a level of guessing, a model that shows no learning at all has another problem.
    guard run.chance != nil || run.showsLearning else { return .notFound }
    guard let gaps = run.lossGap, gaps.end <= gap, validation.count >= 8,
      let trainingStart = training.settledIndex(within: band),
      let validationStart = validation.settledIndex(within: band)
    else { return .notFound }
    let start = max(training.epochs[trainingStart], validation.epochs[validationStart])
    let settled = validation.epochs.count { $0 >= start }
    guard settled >= max(5, validation.count / 5) else { return .notFound }
    // Whatever the number of classes, (accuracy - 1/K) / (1 - 1/K) is at most the accuracy itself.
    let byAccuracy = run.scores.filter(isJudged).compactMap { score in
      guard let chance = run.chance, chance.classCount != nil else { return score.smoothed.max() }
      return score.tail.flatMap(chance.skill)
    }
    let byLoss = run.chance.map { 1 - min(trainingEnd, validationEnd) / $0.loss }
    let reached = (byAccuracy + [byLoss].compactMap(\.self)).max() ?? 1
    guard reached < skill else { return .notFound }
    let atMost =
      """
      Training loss ({training}) and validation loss ({validation}) have stood still since epoch \
      {start}, {gap} apart, with at most {skill} of the way from guessing to a perfect model behind them.
      """
    return .found(
      Evidence(
        effect: min(max(1 - reached, 0), 1),
        severity: Severity(effect: 1 - reached, moderate: 0.65, severe: 0.85),
        confidence: run.confidence(of: skill - reached, over: 0, error: skill / 3),
        onset: nil, span: start...(run.lastEpoch ?? start),
        measurements: [
          Measurement("training", "Training loss at the end, median", trainingEnd, .loss),
          Measurement("validation", "Validation loss at the end, median", validationEnd, .loss),
          Measurement("start", "Epoch since which both stand still", start, .epoch),
          Measurement(
            "gap", "Gap of the losses", abs(gaps.end), .share, gaps.end >= 0 ? .below(gap) : nil),
          Measurement(
            "skill", "Share of the way from guessing to perfect", max(reached, 0), .share, .below(skill)),
        ] + (run.chance.map { [Measurement("chance", "Loss of guessing", $0.loss, .loss)] } ?? []),
        statement: run.chance == nil ? atMost : nil))
  }
}
