import RunRecords

/// Over growing training sets, the validation score still rises at the largest one.
public struct MoreDataStillHelps: Rule {
  public static let card = RuleCard(
    id: "more-data-still-helps", title: "The validation score still rises with the training data",
    condition: .generalizationGap,
    statement: "From {half} to {last} training examples the validation score rose by {gain} points.",
    rationale: """
      A curve over training sizes answers whether more data would help: a validation score that rises from about half \
      of the examples to all of them will most likely rise again with twice as many, though by less. Errors fall as a \
      power of the number of examples in many tasks. The rise has to exceed the tolerance and twice the scatter.
      """,
    citations: [.hestness2017],
    remedies: [
      Remedy.moreData.because("The step from {half} to {last} examples still brought {gain} points.")
    ],
    fires: [
      RuleExample(
        "rises to the end", trainingAccuracy: [1, 1, 1, 1, 1, 1],
        validationAccuracy: [0.61, 0.68, 0.73, 0.76, 0.785, 0.805], axis: .trainingSize)
    ],
    staysSilent: [
      RuleExample(
        "level", trainingAccuracy: [0.99, 0.985, 0.98, 0.98, 0.98],
        validationAccuracy: [0.966, 0.967, 0.973, 0.97, 0.971], axis: .trainingSize),
      RuleExample(
        "the course of one run", trainingAccuracy: [0.6, 0.7, 0.8, 0.85, 0.9],
        validationAccuracy: [0.55, 0.65, 0.75, 0.8, 0.83]),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "gain", \.gain, in: 0...1, "Rise from half of the examples, in the score's unit, from which it counts.")
  ]
  public var gain = 0.015

  public static let readsCurvesOverModels = true

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    // Sizes are rarely halves of each other: the largest one up to 55 % of all examples stands for a half, or the
    // smallest where all are larger.
    guard run.record.axis == .trainingSize, let last = ScoredModels(run)?.judged,
      last.position > 0, let score = run.validationScore,
      let start = score.index(at: 0.55 * last.position), start < score.count - 1
    else { return .notFound }
    let rise = last.validation - score.values[start]
    let threshold = max(gain, 2 * score.noise)
    guard rise > threshold else { return .notFound }
    return .found(
      Evidence(
        effect: min(rise, 1), severity: .info,
        confidence: run.confidence(of: rise, over: threshold, error: score.noise),
        span: score.epochs[start]...last.position,
        measurements: [
          Measurement("half", "Training examples to compare with", score.epochs[start], .count),
          Measurement("last", "Training examples, all", last.position, .count),
          Measurement(
            "gain", "Rise of the validation score, in points", 100 * rise, .number, .above(100 * threshold)),
        ]))
  }
}
