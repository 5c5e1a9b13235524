/// The model gets nearly every training example right and clearly fewer of the validation examples.
public struct MemorisedTrainingData: Rule {
  public static let card = RuleCard(
    id: "memorised-training-data", title: "Nearly all training examples are right, fewer of the others",
    condition: .generalizationGap,
    statement:
      """
      Training accuracy has been at {bound} or above since epoch {start}, but validation accuracy ended at \
      {validation}: {gap} points of accuracy do not carry over.
      """,
    rationale: """
      A network can reach a perfect training accuracy even on random labels, so that a perfect score says \
      nothing about new data. Once all training examples are right there is little left in them to learn \
      from, and the distance to the validation accuracy is what the model memorised instead of understood.
      """,
    citations: [.zhang2017, .power2022],
    remedies: [
      Remedy.moreData.because("Nearly every training example is right; only new ones can teach much more."),
      Remedy.augmentData.because("Changed examples are not yet all right."),
      Remedy.addWeightDecay.because(
        "It favours the simpler of the models that get all training examples right."),
      Remedy.addDropout.because("It makes memorising single examples harder."),
    ],
    fires: [
      RuleExample(
        "perfect on training, 80 % on validation", training: .falling(from: 2.3, to: 0.01, over: 40, pace: 5),
        validation: .falling(from: 2.3, to: 0.7, over: 40, pace: 5),
        trainingAccuracy: .falling(from: 0.2, to: 1, over: 40, pace: 5),
        validationAccuracy: .falling(from: 0.2, to: 0.8, over: 40, pace: 5))
    ],
    staysSilent: [
      RuleExample(
        "both nearly perfect", training: .falling(from: 2.3, to: 0.01, over: 40, pace: 5),
        validation: .falling(from: 2.3, to: 0.05, over: 40, pace: 5),
        trainingAccuracy: .falling(from: 0.2, to: 1, over: 40, pace: 5),
        validationAccuracy: .falling(from: 0.2, to: 0.985, over: 40, pace: 5)),
      RuleExample(
        "training not perfect", training: .falling(from: 2.3, to: 0.3, over: 40, pace: 5),
        validation: .falling(from: 2.3, to: 0.7, over: 40, pace: 5),
        trainingAccuracy: .falling(from: 0.2, to: 0.93, over: 40, pace: 5),
        validationAccuracy: .falling(from: 0.2, to: 0.8, over: 40, pace: 5)),
    ])

  public static let parameters = [
    RuleParameter<Self>("training", \.training, in: 0.5...1, "Training accuracy that counts as all right."),
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Distance of the accuracies from which it counts."),
  ]
  public var training = 0.99
  public var gap = 0.05

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingScore, training.isAccuracy,
      let reached = training.tail,
      let last = training.lastEpoch
    else { return .notAssessable("no training accuracy") }
    guard let validation = run.validationScore, validation.isAccuracy,
      let other = validation.tail
    else { return .notAssessable("no validation accuracy") }
    let distance = reached - other
    guard reached >= self.training, distance > gap else { return .notFound }
    let index = (training.smoothed.lastIndex { $0 < self.training } ?? -1) + 1
    let start = training.epochs[min(index, training.count - 1)]
    return .found(
      Evidence(
        effect: min(distance, 1), severity: Severity(effect: distance, moderate: 0.15, severe: 0.3),
        confidence: run.confidence(of: distance, over: gap, error: validation.noise),
        onset: Onset(epoch: start, interval: start...start), span: start...max(start, last),
        measurements: [
          Measurement("bound", "Training accuracy that counts as all right", self.training, .share),
          Measurement("training", "Training accuracy at the end", reached, .share, .above(self.training)),
          Measurement("validation", "Validation accuracy at the end", other, .share),
          Measurement("gap", "Distance of the two, in points", 100 * distance, .number, .above(100 * gap)),
          Measurement("start", "Epoch since which training accuracy is there", start, .epoch),
        ]))
  }
}
