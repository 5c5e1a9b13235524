/// Training loss ends where it began.
public struct TrainingLossNeverFalls: Rule {
  public static let card = RuleCard(
    id: "training-loss-never-falls", title: "Training loss does not fall", condition: .notLearning,
    statement:
      """
      Training loss fell by only {fall} of its first value, from {first} to {lowest} at best, over \
      {count} epochs.
      """,
    rationale: """
      Even a model that is too small lowers its training loss at first. A loss that stays where it began \
      means that the steps do not reach the weights, are far too small or too large, or that inputs and \
      labels have nothing to do with each other. The fall is counted from the first value to the minimum \
      of the running median, and has to stay below the tolerance or three times the noise. A model whose \
      accuracy improves, or whose loss lies below what counting classes gives, is not judged, and neither is a \
      log that begins on the way of a run.
      """,
    citations: [.karpathy2019, .goodfellow2016],
    remedies: [
      Remedy.overfitOneBatch.because(
        "A model that can learn at all brings the loss of one batch far below {lowest}."),
      Remedy.sweepLearningRate.because(
        "A loss that stays near {first} for {count} epochs comes of steps far too small or too large."),
      Remedy.checkPipeline.because("Frozen layers and shuffled labels leave the loss where it began."),
      Remedy.betterFeatures.because(
        "Unscaled inputs saturate the first layer before it has learned anything."),
    ],
    fires: [
      RuleExample(
        "a flat line", training: [Double].flat(1.3, over: 30).shaken(by: 0.01),
        validation: [Double].flat(1.35, over: 30).shaken(by: 0.01, seed: 2)),
      RuleExample("a line that falls by 2 %", training: .falling(from: 1, to: 0.98, over: 30)),
    ],
    staysSilent: [
      RuleExample("falls", training: .falling(from: 1, to: 0.4, over: 30)),
      RuleExample(
        "five values, each below the one before",
        training: [4.04, 3.99, 3.94, 3.89, 3.84]),
      RuleExample(
        "nothing left to learn", training: [Double].flat(0.02, over: 30).shaken(by: 0.01),
        trainingAccuracy: .flat(0.995, over: 30)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "fall", \.fall, in: 0...1, "Relative fall of the training loss from which it does fall.")
  ]
  public var fall = 0.05

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, let first = training.values.first, let last = run.lastEpoch else {
      return .notAssessable("no training loss")
    }
    guard training.beginsWithTheRun else { return .notAssessable("no beginning of the run") }
    guard training.count >= 3, let lowest = training.smoothed.min() else { return .notFound }
    // On a loss that is not positive, the range is all noise and no share can tell how little it is.
    guard training.isPositive else { return .notFound }
    guard !Self.fallsEachTime(training) else { return .notFound }
    let noise = training.noiseShare(of: first)
    let fallen = (first - lowest) / first
    let threshold = max(fall, min(3 * noise, 2 * fall))
    guard fallen < threshold, !run.showsLearning, !beatsGuessing(run) else { return .notFound }
    let never =
      "Training loss did not fall below its first value of {first} in {count} epochs (lowest {lowest}, smoothed)."
    return .found(
      Evidence(
        effect: min(1, max(0, 1 - fallen)), severity: .severe,
        confidence: run.confidence(of: threshold - fallen, over: 0, error: max(noise, threshold / 3)),
        span: (training.epochs.first ?? last)...last,
        measurements: [
          Measurement("fall", "Fall of the training loss", max(fallen, 0), .share, .below(threshold)),
          Measurement("first", "First training loss", first, .loss),
          Measurement("lowest", "Lowest training loss, smoothed", lowest, .loss),
          Measurement("count", "Training losses logged", Double(training.count), .epochs),
        ],
        statement: fallen < 0.0005 ? never : nil))
  }

  /// Whether the few values of a log too short for a trend fall from each to the next, as five in any order do once in 120
  /// times.
  private static func fallsEachTime(_ curve: MeasuredCurve) -> Bool {
    (5..<8).contains(curve.count) && zip(curve.values.dropFirst(), curve.values).allSatisfy { $0 < $1 }
  }

  /// Whether an accuracy is clearly better than that of a guess among equally frequent classes that has
  /// the same loss, exp(-loss), so that classes of unequal share or learning before the first value
  /// explain it.
  private func beatsGuessing(_ run: MeasuredRun) -> Bool {
    [(run.trainingLoss, run.trainingScore), (run.validationLoss, run.validationScore)].contains {
      loss, score in
      guard let score, score.isAccuracy, let accuracy = score.tail,
        let end = loss?.tail
      else { return false }
      return accuracy > 1.3 * (-end).exponential
    }
  }
}
