import RunRecords

/// Accuracy stays at one value from the first epochs on, as if every input got the same answer.
public struct AccuracyNeverChanges: Rule {
  public static let card = RuleCard(
    id: "accuracy-never-changes", title: "Accuracy stays at one value", condition: .notLearning,
    statement:
      """
      Training accuracy was {accuracy} in {share} of the epochs after the first, and the loss of {end} is \
      no better than the {bound} of a model that always gives the most frequent answer.
      """,
    rationale: """
      An accuracy that does not change by a single example while the weights do is that of a model that \
      gives every input the same answer. Its accuracy is the share of that class, and its loss cannot be \
      lower than the entropy of the class shares. The least entropy that goes with an accuracy p is -p ln \
      p - (1 - p) ln(1 - p) from one half on, and that of as many classes of share p as fit below it. A \
      model whose loss is clearly lower does look at its inputs, however steady its accuracy.
      """,
    citations: [.karpathy2019, .he2009],
    remedies: [
      Remedy.balanceClasses.because("An accuracy of {accuracy} may be the share of one class."),
      Remedy.overfitOneBatch.because(
        "A model that can learn at all gets the examples of one batch right, of whatever class."),
      Remedy.sweepLearningRate.because(
        "Steps that are too large can leave every unit saturated, steps that are too small move nothing."),
      Remedy.checkPipeline.because("Dead units and wrong activations give every input the same answer."),
    ],
    fires: [
      RuleExample(
        "the share of one class in 26 of 27", training: .falling(from: 0.6, to: 0.16, over: 40, pace: 3),
        validation: .falling(from: 0.5, to: 0.15, over: 40, pace: 3),
        trainingAccuracy: .flat(0.963, over: 40), validationAccuracy: .flat(0.968, over: 40)),
      RuleExample(
        "one of several classes, all along", training: .falling(from: 1.7, to: 1.37, over: 40, pace: 3),
        trainingAccuracy: .flat(0.3881, over: 40)),
    ],
    staysSilent: [
      RuleExample(
        "steady, but with a loss that takes more than counting",
        training: .falling(from: 0.6, to: 0.04, over: 40, pace: 3), trainingAccuracy: .flat(0.963, over: 40)),
      RuleExample(
        "accuracy moves", training: .falling(from: 1.7, to: 1.37, over: 40, pace: 3),
        trainingAccuracy: .falling(from: 0.25, to: 0.39, over: 40, pace: 8)),
      RuleExample(
        "everything is right", training: .falling(from: 0.6, to: 0.01, over: 40, pace: 3),
        trainingAccuracy: .flat(1, over: 40)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "share", \.share, in: 0.5...1, "Share of the epochs in which the accuracy has to be the same.")
  ]
  public var share = 0.9

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let isTraining = run.trainingScore?.tail != nil
    guard let score = isTraining ? run.trainingScore : run.validationScore, let accuracy = score.tail,
      score.isAccuracy
    else { return .notAssessable("no accuracy") }
    guard let end = (isTraining ? run.trainingLoss : run.validationLoss)?.tail else {
      return .notAssessable("no loss beside the accuracy")
    }
    guard let least = ChanceLevel.leastEntropy(accuracy: accuracy), end >= MeasuredRun.provingShare * least,
      let steady = score.steadyShare, steady >= share, let last = run.lastEpoch
    else { return .notFound }
    let validationOnly =
      """
      Validation accuracy was {accuracy} in {share} of the epochs after the first, and the loss of {end} \
      is no better than the {bound} of a model that always gives the most frequent answer.
      """
    return .found(
      Evidence(
        effect: 1, severity: .severe,
        confidence: run.confidence(of: steady, over: share / 2, error: 0),
        span: min(score.epochs[0], last)...last,
        measurements: [
          Measurement("accuracy", "Accuracy at the end", accuracy, .share),
          Measurement("share", "Share of the epochs with this accuracy", steady, .share, .above(share)),
          Measurement("end", "Loss at the end, median", end, .loss, .above(MeasuredRun.provingShare * least)),
          Measurement("bound", "Least loss that counting classes gives", least, .loss),
        ],
        statement: isTraining ? nil : validationOnly))
  }
}
