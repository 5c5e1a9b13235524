/// Validation loss scatters far more than training loss.
public struct NoisyValidation: Rule {
  public static let card = RuleCard(
    id: "noisy-validation", title: "Validation loss is noisy", condition: .validationQuality,
    statement:
      """
      Validation loss scatters by {noise} from one epoch to the next, {ratio} times as much as training \
      loss ({trainingNoise}), so that changes below {visible} cannot be told from chance.
      """,
    rationale: """
      A validation set of a few samples measures the model with a large error, which changes from epoch to \
      epoch as single samples change sides. The model that looks best is then partly the luckiest one. The \
      noise is the standard deviation of the detrended second half of each curve, relative to its level.
      """,
    citations: [.kohavi1995, .prechelt1998],
    remedies: [
      Remedy.enlargeValidation.because("A scatter of {noise} hides every change below {visible}."),
      Remedy.smoothBeforeStopping.because(
        "With a scatter of {noise} the lowest single value is partly luck."),
      Remedy.lowerLearningRate.because("If the set is large already, the model itself jumps between epochs."),
    ],
    fires: [
      RuleExample(
        "scatter of 20 % on a smooth run", training: .falling(from: 2.3, to: 0.4, over: 50),
        validation: [Double].falling(from: 2.3, to: 0.5, over: 50).shaken(by: 0.3))
    ],
    staysSilent: [
      RuleExample(
        "both smooth", training: .falling(from: 2.3, to: 0.4, over: 50),
        validation: [Double].falling(from: 2.3, to: 0.5, over: 50).shaken(by: 0.02)),
      RuleExample(
        "both scatter alike",
        training: [Double].falling(from: 2.3, to: 0.4, over: 50).shaken(by: 0.3, seed: 3),
        validation: [Double].falling(from: 2.3, to: 0.5, over: 50).shaken(by: 0.3)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "noise", \.noise, in: 0...10, "Relative noise of the validation loss from which it counts."),
    RuleParameter<Self>(
      "ratio", \.ratio, in: 1...100, "How many times as noisy as the training loss it has to be."),
  ]
  public var noise = 0.05
  public var ratio = 3.0

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, training.tail != nil else {
      return .notAssessable("no training loss")
    }
    guard let validation = run.validationLoss, validation.tail != nil else {
      return .notAssessable("no validation loss")
    }
    guard validation.count >= 8, validation.isPositive, training.isPositive else { return .notFound }
    let scatter = validation.relativeNoise
    let other = max(training.relativeNoise, scatter / 1000)
    guard scatter > noise, scatter / other > ratio else { return .notFound }
    let isAlone = !NoiseEstimate.isMeasurable(training.relativeNoise)
    let alone =
      """
      Validation loss scatters by {noise} from one epoch to the next while training loss shows no \
      measurable noise, so that changes below {visible} cannot be told from chance.
      """
    return .found(
      Evidence(
        effect: min(scatter, 1), severity: Severity(effect: scatter, moderate: 0.15, severe: 0.4),
        confidence: run.confidence(
          of: scatter, over: noise, error: scatter / Double(validation.count).squareRoot()),
        measurements: [
          Measurement("noise", "Noise of the validation loss", scatter, .share, .above(noise)),
          Measurement("trainingNoise", "Noise of the training loss", training.relativeNoise, .share),
          Measurement("ratio", "Ratio of the two", scatter / other, .number, .above(ratio)),
          Measurement("visible", "Smallest change that stands out", 2 * scatter, .share),
        ]
          + (noise > 0
            // No number of samples takes all noise away.
            ? [
              Measurement(
                "times", "Times as many samples", max(2, (scatter / noise * scatter / noise).rounded()),
                .count)
            ] : []),
        statement: isAlone ? alone : nil))
  }
}
