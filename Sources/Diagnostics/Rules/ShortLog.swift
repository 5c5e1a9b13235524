import RunRecords

/// The log holds too few epochs for a trend.
public struct ShortLog: Rule {
  public static let card = RuleCard(
    id: "short-log", title: "Too few epochs to tell a trend", condition: .dataQuality,
    statement: "The log holds values of {length} epochs; {needed} are needed to tell a trend from chance.",
    rationale: """
      A diagnosis is as good as the curve behind it. Fewer than eight epochs allow almost any trend by \
      chance.
      """,
    citations: [.karpathy2019],
    remedies: [Remedy.logMoreEpochs.because("With {length} any trend may be chance.")],
    fires: [
      RuleExample(
        "five epochs", training: .falling(from: 1, to: 0.5, over: 5),
        validation: .falling(from: 1, to: 0.6, over: 5))
    ],
    staysSilent: [
      RuleExample("twenty epochs", training: .falling(from: 1, to: 0.5, over: 20)),
      RuleExample(
        "a validation loss that was rarely measured", training: .falling(from: 1, to: 0.5, over: 20),
        validation: .falling(from: 1, to: 0.6, over: 5)),
    ])

  public static let parameters = [
    RuleParameter<Self>("needed", \.needed, in: 1...1000, "Number of epochs that a log needs for a trend.")
  ]
  public var needed = 8.0

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let length = Double(run.losses.map(\.series.count).max() ?? run.scores.map(\.series.count).max() ?? 0)
    guard length < needed else { return .notFound }
    let single = "The log holds values of one epoch; {needed} are needed to tell a trend from chance."
    return .found(
      Evidence(
        effect: 1 - length / needed, severity: .mild, confidence: 0.95,
        measurements: [
          Measurement("length", "Epochs with values", length, .epochs, .below(needed)),
          Measurement("needed", "Epochs needed", needed, .count),
        ], statement: length == 1 ? single : nil))
  }
}
