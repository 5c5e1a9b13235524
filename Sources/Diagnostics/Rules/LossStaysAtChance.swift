import RunRecords

/// Training loss is no better than that of a model that guesses.
public struct LossStaysAtChance: Rule {
  public static let card = RuleCard(
    id: "loss-stays-at-chance", title: "Training loss is at the level of guessing", condition: .notLearning,
    statement:
      """
      Training loss ended at {end}, within {distance} of {chance}, the loss of a model that looks at no \
      input.
      """,
    rationale: """
      A classifier that has learned nothing about its inputs has a cross-entropy of ln K for K equally \
      frequent classes, and of the entropy of the class shares at best. With two classes and an accuracy p \
      that does not move, that entropy is -p ln p - (1 - p) ln(1 - p). A training loss that ends there, or \
      above it with an accuracy that is no better, says that no step has found anything in the inputs, or \
      that what was found has been lost again. A penalty on the weights can lift the loss of a model that \
      has learned to that level, so that an accuracy well above guessing keeps this rule silent.
      """,
    citations: [.karpathy2019, .goodfellow2016],
    remedies: [
      Remedy.overfitOneBatch.because("A loss of {end} is that of guessing ({chance})."),
      Remedy.sweepLearningRate.because(
        "Steps that are too small or too large both leave the loss at {chance}."),
      Remedy.checkPipeline.because("Labels that do not belong to the inputs give exactly this loss."),
      Remedy.betterFeatures.because("Inputs of very different scale can keep every unit saturated."),
      Remedy.reduceRegularization.because(
        "Strong weight decay drives the weights, and so the outputs, to nothing."),
    ],
    fires: [
      RuleExample(
        "ten classes, ln 10 all along", training: [Double].flat(2.303, over: 30).shaken(by: 0.004),
        validation: [Double].flat(2.304, over: 30).shaken(by: 0.003, seed: 2), facts: RunFacts(classCount: 10)
      ),
      RuleExample(
        "guessed from loss and accuracy", training: [Double].flat(0.694, over: 30).shaken(by: 0.004),
        trainingAccuracy: [Double].flat(0.5, over: 30).shaken(by: 0.02)),
      RuleExample(
        "guessed from where both ended", training: [Double].falling(from: 6, to: 1.39, over: 30, pace: 1),
        trainingAccuracy: [Double].flat(0.25, over: 30).shaken(by: 0.03)),
      RuleExample(
        "above the level of guessing", training: [Double].flat(2.6, over: 30).shaken(by: 0.03),
        trainingAccuracy: [Double].flat(0.1, over: 30).shaken(by: 0.05), facts: RunFacts(classCount: 10)),
      RuleExample(
        "the share of one of two classes", training: .falling(from: 0.6, to: 0.16, over: 30, pace: 2),
        trainingAccuracy: .flat(0.9628, over: 30)),
      RuleExample(
        "values to predict, of a variance of 16",
        training: [Double].falling(from: 40, to: 16.2, over: 30, pace: 2),
        validation: [Double].falling(from: 38, to: 16, over: 30, pace: 2), facts: RunFacts(guessingLoss: 16)),
    ],
    staysSilent: [
      RuleExample(
        "learns", training: .falling(from: 2.303, to: 0.4, over: 30),
        validation: .falling(from: 2.3, to: 0.5, over: 30),
        facts: RunFacts(classCount: 10)),
      RuleExample(
        "a penalty lifts the loss, but the answers are right",
        training: [Double].falling(from: 4, to: 2.3, over: 30),
        trainingAccuracy: .falling(from: 0.2, to: 0.9, over: 30),
        facts: RunFacts(classCount: 10)),
      RuleExample(
        "two classes, of which one is frequent, as the loss of guessing says",
        training: [Double].flat(0.693, over: 30).shaken(by: 0.004), trainingAccuracy: .flat(0.6, over: 30),
        facts: RunFacts(classCount: 2, guessingLoss: 0.3)),
      RuleExample(
        "no classes known", training: [Double].flat(2.303, over: 30).shaken(by: 0.004),
        validation: [Double].flat(2.304, over: 30)),
      RuleExample(
        "learns slowly but clearly", training: .falling(from: 2.303, to: 1.6, over: 30, pace: 20),
        facts: RunFacts(classCount: 10)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "distance", \.distance, in: 0...0.5,
      "Relative distance from the chance level that counts as being at it.")
  ]
  public var distance = 0.04

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, let end = training.tail else {
      return .notAssessable("no training loss")
    }
    let levels = [run.chance?.loss, Self.priorEntropy(run)].compactMap(\.self)
    guard let level = levels.min(by: { abs($0 - end) < abs($1 - end) }) else {
      return .notAssessable("loss of guessing not known")
    }
    guard let last = run.lastEpoch, let lowest = training.smoothed.min() else { return .notFound }
    let away = (end - level) / level
    let skill = Self.skill(run)
    guard away >= -distance, away <= (skill == nil ? distance : 1), skill ?? 0 <= 0.25 else {
      return .notFound
    }
    let isAbove = away > distance
    let hadLearned = lowest < level * (1 - 4 * distance)
    let nearness = run.confidence(
      of: isAbove ? distance : distance - abs(away), over: -distance / 2,
      error: training.noiseShare(of: level))
    let returned =
      """
      Training loss had reached {lowest} but ended at {end}, within {distance} of {chance}, the loss of \
      a model that looks at no input.
      """
    let above =
      """
      Training loss ended at {end}, {distance} above {chance}, the loss of a model that looks at no input.
      """
    return .found(
      Evidence(
        effect: 1, severity: .severe, confidence: nearness,
        span: (training.epochs.first ?? last)...last,
        measurements: [
          Measurement("end", "Training loss at the end, median", end, .loss),
          Measurement("chance", "Loss of guessing", level, .loss),
          Measurement(
            "distance", "Distance from it", abs(away), .share, isAbove ? .above(0) : .below(distance)),
          Measurement("lowest", "Lowest training loss, smoothed", lowest, .loss),
        ],
        statement: isAbove ? above : hadLearned ? returned : nil))
  }

  /// The share of the way from guessing to all right that the better accuracy has behind it; `nil` where
  /// none was logged or the number of classes is not known.
  private static func skill(_ run: MeasuredRun) -> Double? {
    guard let chance = run.chance else { return nil }
    return run.scores.compactMap { $0.isAccuracy ? $0.tail.flatMap(chance.skill) : nil }.max()
  }

  /// The entropy of two classes whose larger share is the accuracy, where the accuracy does not move.
  private static func priorEntropy(_ run: MeasuredRun) -> Double? {
    guard run.chance?.source != .loss, run.chance?.accuracy ?? 0.5 == 0.5,
      let score = run.trainingScore ?? run.validationScore,
      score.isAccuracy, let share = score.tail, share > 0.5, share < 1
    else { return nil }
    // A model that learns leaves the majority share at some time; one that only counts classes is there
    // at once.
    let settled = score.smoothed.dropFirst(BurnIn.count(of: score.count) + 1)
    guard let low = settled.min(), let high = settled.max(), high - low < 0.005 else { return nil }
    return -share * share.naturalLog - (1 - share) * (1 - share).naturalLog
  }
}
