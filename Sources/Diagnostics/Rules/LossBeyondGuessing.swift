/// A loss stands far above anything that a guess would cost, and jumps about there.
public struct LossBeyondGuessing: Rule {
  public static let card = RuleCard(
    id: "loss-beyond-guessing", title: "A loss is far worse than guessing", condition: .divergence,
    statement:
      """
      A loss ended at {end}, {factor} times the {level} that guessing costs at an accuracy of {accuracy}, and the \
      accuracy never rose: the steps threw the weights where no gradient leads back.
      """,
    rationale: """
      A model that looks at no input and is right in a share p of equally frequent classes has a cross-entropy of \
      -ln p. A loss of many times that with an accuracy that never rises belongs to a model that is certain and wrong: \
      its weights grew without bound, most often within the first epoch, so that the log shows no rise. A loss that is \
      a sum over examples is large too, but such a run that does not learn stands still: the loss has to scatter from \
      epoch to epoch or to have begun far higher still. Where the number of classes is known, `exploding-loss` \
      compares with it.
      """,
    citations: [.goodfellow2016, .pascanu2013],
    remedies: [
      Remedy.divideLearningRate.because(
        "A loss of {factor} times that of guessing comes of steps that are too large."),
      Remedy.clipGradients.because(
        "A few gradients of extreme size are enough to throw the weights that far."),
      Remedy.warmUp.because("Steps are most dangerous while the weights are untrained."),
      Remedy.checkInputs.because("Unscaled inputs make every step too large."),
    ],
    fires: [
      RuleExample(
        "thrown out in the first epoch", training: [2e12] + [Double].flat(550, over: 9).shaken(by: 0.1),
        trainingAccuracy: [Double].flat(0.1, over: 10).shaken(by: 0.05)),
      RuleExample(
        "out before the first value", training: [Double].flat(80, over: 12).shaken(by: 0.2),
        trainingAccuracy: [Double].flat(0.3, over: 12).shaken(by: 0.03)),
      RuleExample(
        "a mean that swallowed the explosion", training: .falling(from: 2e19, to: 2e17, over: 8),
        validation: [Double].flat(4e5, over: 8).shaken(by: 0.3),
        trainingAccuracy: [Double].flat(0.11, over: 8)),
      RuleExample(
        "four epochs of it", training: [1e8, 2000, 1700, 2200],
        trainingAccuracy: [0.12, 0.12, 0.14, 0.12]),
    ],
    staysSilent: [
      RuleExample(
        "a loss summed over each batch, and nothing learned",
        training: [Double].flat(147, over: 20).shaken(by: 0.004),
        trainingAccuracy: [Double].flat(0.1, over: 20).shaken(by: 0.05)),
      RuleExample(
        "a loss of several parts that falls, and an accuracy that rises",
        training: [Double].falling(from: 60, to: 25, over: 20).shaken(by: 0.1),
        trainingAccuracy: .falling(from: 0.1, to: 0.45, over: 20)),
      RuleExample(
        "guessing", training: [Double].flat(2.3, over: 20).shaken(by: 0.1),
        trainingAccuracy: [Double].flat(0.12, over: 20).shaken(by: 0.05)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "factor", \.factor, in: 1...1000, "Factor of the loss of guessing from which it is far worse."),
    RuleParameter<Self>(
      "accuracy", \.accuracy, in: 0...1, "Highest accuracy that may still be a guess."),
    RuleParameter<Self>(
      "scatter", \.scatter, in: 0...1, "Relative noise from which the loss jumps about."),
    RuleParameter<Self>(
      "first", \.first, in: 1...1e9, "First loss over the last, from which the weights were thrown at once."),
  ]
  public var factor = 10.0
  public var accuracy = 0.5
  public var scatter = 0.05
  public var first = 100.0

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.trainingLoss?.tail != nil else { return .notAssessable("no training loss") }
    guard let score = run.trainingScore ?? run.validationScore, score.isAccuracy,
      let best = score.smoothed.max(), let early = score.smoothed.prefix(3).median()
    else { return .notAssessable("no accuracy") }
    guard best > 0, best <= accuracy, best - early <= max(0.05, 2 * score.noise),
      case let level = -best.naturalLog,
      let loss = run.losses.first(where: { isBeyond(level, $0) }), let end = loss.tail,
      let last = run.lastEpoch
    else { return .notFound }
    let name = loss.series.split == .validation ? "Validation" : "Training"
    // A level is no trend: few values are enough to see one of many times that of guessing.
    let confidence = min(
      Confidence.of(end / level, over: factor / 2, error: loss.relativeNoise * end / level),
      max(run.highestConfidence(), 0.8))
    return .found(
      Evidence(
        effect: 1, severity: .severe, confidence: confidence,
        span: (loss.epochs.first ?? last)...last,
        measurements: [
          Measurement("end", "\(name) loss at the end, median", end, .loss),
          Measurement("level", "Loss of guessing at that accuracy", level, .loss),
          Measurement("factor", "End over the loss of guessing", end / level, .number, .above(factor)),
          Measurement("accuracy", "Highest accuracy, smoothed", best, .share, .below(accuracy)),
        ],
        statement:
          """
          \(name) loss ended at {end}, {factor} times the {level} that guessing costs at an accuracy of {accuracy}, and \
          the accuracy never rose: the steps threw the weights where no gradient leads back.
          """))
  }

  /// Whether a loss ends far beyond a level, and not as one that is a sum over examples and stands still.
  private func isBeyond(_ level: Double, _ loss: MeasuredCurve) -> Bool {
    guard let end = loss.tail, let start = loss.values.first, loss.count >= 3, loss.isPositive else {
      return false
    }
    return end >= factor * level
      && (loss.relativeNoise >= scatter || start >= first * end)
  }
}
