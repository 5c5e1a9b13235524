import RunRecords

/// Validation loss fell each time that it was measured, which was too rarely for a trend to be told otherwise.
public struct FallingEveryTime: Rule {
  public static let card = RuleCard(
    id: "falling-every-time", title: "Validation loss has only fallen so far", condition: .stillImproving,
    statement:
      "Validation loss fell each of the {count} times that it was measured again, by {fall} the last time.",
    rationale: """
      A few values allow no test of a trend, yet some short runs leave little doubt: the validation loss fell from every \
      value to the next, and by 5 % or more at the end, and so did the training loss. Of runs whose truth is known, cut \
      to 3 to 9 epochs, those that looked so gained 5 % or more on new data within three times as many epochs in 82 to 91 \
      of 100 cases, by length; with 3 to 5 values of every fifth epoch in 70 to 83 of 100. A \
      learning rate that was logged and has decayed to a hundredth of its highest value keeps no such promise, and the \
      rule is silent.
      """,
    citations: [.domhan2015],
    remedies: [
      Remedy.trainLonger.because("The last step still lowered the validation loss by {fall}."),
      Remedy.logEveryEpoch.because("With ten values or more it can be told how much is left."),
    ],
    fires: [
      RuleExample(
        "four rounds printed of sixty", training: [2.09, 0.75, 0.42, 0.28],
        validation: [2.09, 0.81, 0.49, 0.36]),
      RuleExample(
        "stopped after three epochs", training: [2.3, 2.1, 1.9], validation: [2.2, 2, 1.8]),
    ],
    staysSilent: [
      RuleExample(
        "turned up at the end", training: [2.3, 1.2, 0.6, 0.3, 0.1], validation: [2.2, 1.3, 0.9, 0.8, 0.84]),
      RuleExample(
        "levelled off", training: [1, 0.62, 0.52, 0.5, 0.495], validation: [1, 0.65, 0.57, 0.56, 0.558]),
      RuleExample(
        "the training loss went up", training: [1, 0.8, 0.7, 0.9], validation: [1, 0.9, 0.8, 0.7]),
      RuleExample(
        "long enough for a test", training: .falling(from: 2.3, to: 0.2, over: 12),
        validation: .falling(from: 2.3, to: 0.3, over: 12)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "fall", \.fall, in: 0...1, "Relative fall of the last validation loss from which more may be expected.")
  ]
  public var fall = 0.05

  /// About how often it was right where the truth is known and only every fifth epoch was logged.
  private static let confidence = 0.75

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let validation = run.validationLoss, let last = validation.lastEpoch else {
      return .notAssessable("no validation loss")
    }
    let values = validation.values
    guard (3..<Conclusion.leastEpochs).contains(values.count), values.count == validation.series.count,
      validation.isPositive, Self.falls(values), !run.rateHasDecayed
    else { return .notFound }
    if let training = run.trainingLoss {
      // A training loss that was logged more often is looked at where the other one was measured.
      guard training.count >= values.count,
        Self.falls(validation.epochs.compactMap { training.smoothedValue(at: $0) })
      else { return .notFound }
    }
    let step = 1 - values[values.count - 1] / values[values.count - 2]
    guard step >= fall else { return .notFound }
    let spacing = (last - validation.epochs[0]) / Double(values.count - 1)
    return .found(
      Evidence(
        effect: step, severity: Severity(effect: step, moderate: 0.1, severe: 0.3),
        confidence: Self.confidence, span: validation.epochs[0]...last,
        measurements: [
          Measurement("count", "Times that the validation loss fell", Double(values.count - 1), .count),
          Measurement("fall", "Fall at the last time", step, .share, .above(fall)),
          Measurement("more", "Further epochs", (2 * Double(values.count) * spacing).rounded(), .epochs),
          Measurement("end", "Validation loss at the end", values[values.count - 1], .loss),
        ]))
  }

  private static func falls(_ values: [Double]) -> Bool {
    zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
  }
}
