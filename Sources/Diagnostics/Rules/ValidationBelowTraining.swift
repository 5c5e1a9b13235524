/// Validation loss lies below training loss.
public struct ValidationBelowTraining: Rule {
  public static let card = RuleCard(
    id: "validation-below-training", title: "Validation loss lies below training loss",
    condition: .validationQuality,
    statement:
      "Validation loss lies {below} below training loss over the second half of the run.",
    rationale: """
      A model should not do better on data that it has not seen. Mostly it only seems to: dropout and \
      augmentation make training examples harder, the training loss is a mean over an epoch in which the \
      model was still worse, or it counts a penalty that the validation loss leaves out. What remains when \
      both are measured in the same way speaks for a validation set that is easier, or that holds training \
      examples. Where the log splits the training loss into its parts and the validation loss is not below what is left \
      of it without the largest one, the two may count different parts, and the rule says nothing.
      """,
    citations: [.karpathy2019, .kaufman2012],
    remedies: [
      Remedy.evaluateTraining.because(
        "Measured in the same way, most of a distance of {below} usually goes away."),
      Remedy.checkLeakage.because(
        "If it does not go away, the validation set may hold what the model was trained on."),
      Remedy.compareSplits.because("A validation set of easier examples gives the same picture."),
    ],
    fires: [
      RuleExample(
        "a third below", training: .falling(from: 2.3, to: 0.6, over: 40, pace: 5),
        validation: .falling(from: 2, to: 0.4, over: 40, pace: 5))
    ],
    staysSilent: [
      RuleExample(
        "above", training: .falling(from: 2.3, to: 0.4, over: 40),
        validation: .falling(from: 2.3, to: 0.5, over: 40)),
      RuleExample(
        "below by 2 %", training: .falling(from: 2.3, to: 0.5, over: 40),
        validation: .falling(from: 2.3, to: 0.49, over: 40)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "below", \.below, in: 0...1, "Distance below the training loss from which it counts."),
    RuleParameter<Self>(
      "suspicious", \.suspicious, in: 0...1,
      "Distance from which neither dropout nor a running mean is likely to explain it."),
  ]
  public var below = 0.1
  public var suspicious = 0.4

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, training.tail != nil else {
      return .notAssessable("no training loss")
    }
    guard let validation = run.validationLoss, validation.tail != nil else {
      return .notAssessable("no validation loss")
    }
    guard let gaps = run.lossGap, gaps.shares.count >= 6,
      let middle = gaps.shares[(gaps.shares.count / 2)...].median()
    else { return .notFound }
    // (validation - training) / validation, turned into a share of the training loss.
    let distance = -middle / (1 - middle)
    guard !run.lacksParts(of: training, in: validation) else {
      return .notAssessable("validation loss may leave out a part of training loss")
    }
    let noise = max(validation.relativeNoise, training.relativeNoise)
    let error = noise / Double(gaps.shares.count / 2).squareRoot()
    guard distance > max(below, 2 * error) else { return .notFound }
    let isMeasuredAlike = run.record.facts.trainingLossMode == .evaluation
    let severity: Severity =
      distance >= suspicious ? (isMeasuredAlike ? .moderate : .mild) : isMeasuredAlike ? .mild : .info
    return .found(
      Evidence(
        effect: min(distance, 1), severity: severity,
        confidence: run.confidence(of: distance, over: below, error: error),
        span: gaps.epochs[gaps.epochs.count / 2]...gaps.epochs[gaps.epochs.count - 1],
        measurements: [
          Measurement(
            "below", "Distance below the training loss", distance, .share, .above(max(below, 2 * error)))
        ]))
  }
}
