import RunRecords

/// The log holds a training loss and nothing that was measured on other data.
public struct MissingValidationLoss: Rule {
  public static let card = RuleCard(
    id: "missing-validation-loss", title: "Nothing was measured on validation data",
    condition: .validationQuality,
    statement: "The log holds {count} values of the training loss and none of a validation loss or score.",
    rationale: """
      A training loss falls whether a model learns what the data have in common or each example by heart. \
      Only values from data that it was not trained on tell one from the other, and which epoch to keep.
      """,
    citations: [.goodfellow2016],
    remedies: [
      Remedy.holdOutValidation.because(
        "Without it overfitting cannot be seen and no epoch can be preferred to another.")
    ],
    fires: [RuleExample("only training loss", training: .falling(from: 1, to: 0.2, over: 20))],
    staysSilent: [
      RuleExample(
        "both losses", training: .falling(from: 1, to: 0.2, over: 20),
        validation: .falling(from: 1, to: 0.3, over: 20)),
      RuleExample(
        "a validation accuracy instead", training: .falling(from: 1, to: 0.2, over: 20),
        validationAccuracy: .falling(from: 0.5, to: 0.8, over: 20)),
    ])

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, run.validationLoss == nil, run.validationScore == nil else {
      return .notFound
    }
    return .found(
      Evidence(
        effect: 0.3, severity: .mild, confidence: 0.98,
        measurements: [
          Measurement("count", "Values of the training loss", Double(training.series.count), .count)
        ]))
  }
}
