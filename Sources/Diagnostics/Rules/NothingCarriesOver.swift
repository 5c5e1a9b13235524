import RunRecords

/// Training learns, and the validation loss is never better than that of guessing.
public struct NothingCarriesOver: Rule {
  public static let card = RuleCard(
    id: "nothing-carries-over", title: "Nothing that is learned shows on the validation data",
    condition: .noSignal,
    statement:
      """
      Training loss fell to {training}, but validation loss was never below {lowest}, where a model that guesses has \
      {guessing}.
      """,
    rationale: """
      A model that learns anything its inputs have to say about the labels beats, for some epochs at least, one that \
      knows only how frequent the classes are. Where training gets clearly below that level and validation never does, \
      each training example was learned by heart: the labels are shuffled, the inputs say nothing about them, the two \
      sets do not belong together, or there are far too few examples. The level is ln K for equally frequent classes, \
      less where an accuracy that never climbs shows that one class is frequent, unless it is given (--guessing-loss); it does not where the training loss \
      begins below that level, as after training on other data, or where the accuracy stays while the training \
      examples are learned by heart. An accuracy that climbs nearly a third of \
      the way to all right shows that something carries over, however sure of the wrong answers the model is.
      """,
    citations: [.zhang2017, .karpathy2019],
    remedies: [
      Remedy.checkPipeline.because("Labels that do not belong to their inputs give exactly this picture."),
      Remedy.compareSplits.because("The validation data have to ask what the training data answer."),
      Remedy.moreData.because("With very few examples a signal is lost among what happens by chance."),
      Remedy.betterFeatures.because("The inputs as they are may say nothing about the labels."),
    ],
    fires: [
      RuleExample(
        "labels shuffled, ten classes", training: .falling(from: 2.31, to: 0.9, over: 40, pace: 20),
        validation: (0..<40).map { 2.31 + 0.03 * Double($0) }, facts: RunFacts(classCount: 10)),
      RuleExample(
        "one class in 40 of 1000, and no more found than that",
        training: .falling(from: 0.25, to: 0.05, over: 40),
        validation: (0..<40).map { 0.17 + 0.004 * Double($0) },
        trainingAccuracy: .falling(from: 0.96, to: 0.99, over: 40),
        validationAccuracy: .flat(0.96, over: 40), facts: RunFacts(classCount: 2)),
      RuleExample(
        "values to predict, learned by heart", training: .falling(from: 1.1, to: 0.2, over: 40),
        validation: (0..<40).map { 1.02 + 0.01 * Double($0) }, facts: RunFacts(guessingLoss: 1)),
    ],
    staysSilent: [
      RuleExample(
        "overfit after it had learned", training: .falling(from: 2.31, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 1.6, over: 40, pace: 4).turning(after: 12, to: 3),
        facts: RunFacts(classCount: 10)),
      RuleExample(
        "training learns nothing either", training: [Double].flat(2.303, over: 30).shaken(by: 0.004),
        validation: [Double].flat(2.304, over: 30).shaken(by: 0.003, seed: 2), facts: RunFacts(classCount: 10)
      ),
      RuleExample(
        "too sure, but nine in ten answers are right", training: .falling(from: 0.4, to: 0.02, over: 40),
        validation: (0..<40).map { 0.8 + 0.02 * Double($0) },
        validationAccuracy: .falling(from: 0.55, to: 0.9, over: 40),
        facts: RunFacts(classCount: 2)),
      RuleExample(
        "trained before, on other data: five in six answers are right from the first epoch on",
        training: .falling(from: 0.3, to: 0.02, over: 30),
        validation: (0..<30).map { 0.46 + 0.01 * Double($0) },
        trainingAccuracy: .falling(from: 0.88, to: 0.99, over: 30),
        validationAccuracy: [Double].flat(0.83, over: 30).shaken(by: 0.005), facts: RunFacts(classCount: 2)),
      RuleExample(
        "no classes known", training: .falling(from: 2.31, to: 0.9, over: 40, pace: 20),
        validation: (0..<40).map { 2.31 + 0.03 * Double($0) }),
    ])

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.trainingLoss?.tail != nil else { return .notAssessable("no training loss") }
    guard let validation = run.validationLoss, validation.tail != nil else {
      return .notAssessable("no validation loss")
    }
    guard let losses = run.guessing else { return .notAssessable("loss of guessing not known") }
    guard validation.count >= 5, losses.showsNoSignal, let first = validation.epochs.first,
      let last = validation.lastEpoch
    else { return .notFound }
    let level = losses.guessing
    return .found(
      Evidence(
        effect: 1, severity: .severe,
        confidence: run.confidence(
          of: losses.lowest / level, over: GuessingComparison.mostOfValidation - 0.02,
          error: validation.relativeNoise),
        span: first...last,
        measurements: [
          Measurement(
            "training", "Training loss at the end", losses.training, .loss,
            .below(GuessingComparison.mostOfTraining * level)),
          Measurement(
            "lowest", "Lowest validation loss, smoothed", losses.lowest, .loss,
            .above(GuessingComparison.mostOfValidation * level)),
          Measurement("guessing", "Loss of guessing", level, .loss),
        ]))
  }
}
