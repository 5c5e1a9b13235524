import RunRecords

/// The training loss is next to nothing beside a validation loss that stayed high.
public struct VanishingTrainingLoss: Rule {
  public static let card = RuleCard(
    id: "vanishing-training-loss", title: "Training loss is next to nothing, validation loss is not",
    condition: .generalizationGap,
    statement:
      """
      Training loss ended at {training}, {share} of the validation loss ({validation}), and has been that low since \
      epoch {start}: the training examples are fitted all but exactly, and most of that does not carry over.
      """,
    rationale: """
      A model with room enough fits every example on its own, down to the noise in it. Then the training loss is \
      next to nothing, little is left in the examples to learn from, and what the validation loss kept of its level \
      is what was memorised instead of understood, even where it has not risen yet. Where accuracies were logged \
      they show the same without a scale, and `memorised-training-data` looks at them.
      """,
    citations: [.zhang2017, .goodfellow2016],
    remedies: [
      Remedy.moreData.because(
        "The training loss is {share} of the validation loss; only new examples can teach much more."),
      Remedy.smallerModel.because("It cannot fit each example on its own."),
      Remedy.addWeightDecay.because("It favours the simpler of the models that fit all training examples."),
      Remedy.augmentData.because("Changed examples are not yet fitted."),
    ],
    fires: [
      RuleExample(
        "the training loss vanishes, the validation loss settles",
        training: .falling(from: 2.3, to: 0.0005, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 1.4, over: 60, pace: 4))
    ],
    staysSilent: [
      RuleExample(
        "both vanish", training: .falling(from: 2.3, to: 0.0005, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 0.1, over: 60, pace: 4)),
      RuleExample(
        "the training loss stays well above zero", training: .falling(from: 2.3, to: 0.3, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 1.4, over: 60, pace: 4)),
      RuleExample(
        "the accuracies agree", training: .falling(from: 2.3, to: 0.0005, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 0.5, over: 60, pace: 4),
        trainingAccuracy: .falling(from: 0.2, to: 1, over: 60, pace: 4),
        validationAccuracy: .falling(from: 0.2, to: 0.98, over: 60, pace: 4)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "share", \.share, in: 0...1,
      "Share of the validation loss below which a training loss is next to nothing."),
    RuleParameter<Self>(
      "fall", \.fall, in: 0...1, "Share of its own beginning below which a training loss is next to nothing."),
    RuleParameter<Self>(
      "kept", \.kept, in: 0...1,
      "Share of the level of guessing, else of its beginning, above which a validation loss stayed high."),
  ]
  public var share = 0.02
  public var fall = 0.05
  public var kept = 0.2

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, let end = training.tail, let first = training.values.first else {
      return .notAssessable("no training loss")
    }
    guard let validation = run.validationLoss, let other = validation.tail,
      let begin = validation.values.first
    else { return .notAssessable("no validation loss") }
    let hasAccuracies = run.scores.count { $0.isAccuracy } == 2
    guard !hasAccuracies, training.isPositive, validation.isPositive, let gaps = run.lossGap,
      end < fall * first, other > kept * (run.chance?.loss ?? begin), end < share * other
    else { return .notFound }
    let last = gaps.shares.lastIndex { $0 < 1 - share }
    let start = gaps.epochs[min((last ?? -1) + 1, gaps.epochs.count - 1)]
    return .found(
      Evidence(
        effect: 1 - end / other, severity: .severe,
        confidence: run.confidence(
          of: (other / end).naturalLog, over: -share.naturalLog,
          error: max(training.relativeNoise, validation.relativeNoise)),
        onset: Onset(epoch: start, interval: start...start), span: start...max(start, run.lastEpoch ?? start),
        measurements: [
          Measurement("training", "Training loss at the end", end, .loss),
          Measurement("validation", "Validation loss at the end", other, .loss),
          Measurement(
            "share", "Training loss as a share of the validation loss", end / other, .share, .below(share)),
          Measurement("start", "Epoch since which it is that low", start, .epoch),
        ]))
  }
}
