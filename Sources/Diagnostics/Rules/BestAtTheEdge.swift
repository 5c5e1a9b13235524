import RunRecords

/// Over the values of a hyperparameter, the validation data still favour the outermost one.
public struct BestAtTheEdge: Rule {
  public static let card = RuleCard(
    id: "best-at-the-edge", title: "The best value lies at the edge of the range", condition: .stillImproving,
    statement:
      "The best value is {at}, at the edge of those tried, ahead of its neighbour {before} by {gain}.",
    rationale: """
      Where the outermost value is clearly the best one, the turn that a validation curve is drawn to find was not \
      reached: better values may lie beyond it. A level end is none, since more of the same would change little.
      """,
    citations: [.bengio2012],
    remedies: [
      Remedy.extendRange.because("The validation data favour the outermost value, {at}.")
    ],
    fires: [
      RuleExample(
        "the largest value is best", trainingAccuracy: [0.6, 0.7, 0.8, 0.9],
        validationAccuracy: [0.58, 0.67, 0.76, 0.84], axis: .hyperparameter),
      RuleExample(
        "the smallest value has the lowest loss", training: [0.2, 0.4, 0.6, 0.8],
        validation: [0.3, 0.5, 0.7, 0.9],
        axis: .hyperparameter),
    ],
    staysSilent: [
      RuleExample(
        "the best one lies inside", trainingAccuracy: [0.6, 0.8, 0.9, 0.95],
        validationAccuracy: [0.58, 0.76, 0.84, 0.8], axis: .hyperparameter),
      RuleExample(
        "level at the end", trainingAccuracy: [0.6, 0.8, 0.9, 0.905],
        validationAccuracy: [0.58, 0.76, 0.84, 0.842], axis: .hyperparameter),
      RuleExample(
        "over training sizes", trainingAccuracy: [1, 1, 1, 1],
        validationAccuracy: [0.5, 0.8, 0.9, 0.96], axis: .trainingSize),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "lead", \.lead, in: 0...1,
      "Lead over its neighbour from which the outermost value counts, as a share of the range of the curve."),
    RuleParameter<Self>("points", \.points, in: 0...1, "The same for a score that is a share, in its unit."),
  ]
  public var lead = 0.05
  public var points = 0.02

  public static let readsCurvesOverModels = true

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.record.axis == .hyperparameter else { return .notFound }
    guard let curve = run.validationLoss ?? run.validationScore else {
      return .notAssessable("no validation loss or score")
    }
    let isHigherBetter = curve.isHigherBetter
    let values = curve.values.map { isHigherBetter ? $0 : -$0 }
    guard values.count >= 3, let best = values.highestIndex, let lowest = values.min(),
      best == 0 || best == values.count - 1
    else { return .notFound }
    let neighbour = best == 0 ? 1 : best - 1
    let gain = values[best] - values[neighbour]
    let areShares = curve.isShare || ScoredModels(run)?.areShares ?? false
    let threshold = areShares ? points : lead * (values[best] - lowest)
    guard gain > threshold else { return .notFound }
    let quantity = curve.series.metric.kind == .loss ? Measurement.Quantity.loss : .score
    return .found(
      Evidence(
        effect: min(gain / (values[best] - lowest), 1), severity: .mild,
        confidence: run.confidence(of: gain, over: threshold, error: threshold),
        measurements: [
          Measurement("at", "Best value", curve.epochs[best], .value),
          Measurement("before", "The value beside it", curve.epochs[neighbour], .value),
          Measurement("gain", "Lead over that one", gain, quantity, .above(threshold)),
        ]))
  }
}
