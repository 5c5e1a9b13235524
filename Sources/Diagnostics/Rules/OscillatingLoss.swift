/// Training loss jumps up and down from one epoch to the next.
public struct OscillatingLoss: Rule {
  public static let card = RuleCard(
    id: "oscillating-loss", title: "Training loss swings from epoch to epoch", condition: .instability,
    statement:
      """
      Training loss swings by {swing} of its level from one epoch to the next and rose in {ups} of the \
      last {count} steps.
      """,
    rationale: """
      Near a minimum, steps that are too large for the curvature jump from one side of the valley to the \
      other. The swing is the standard deviation of the detrended second half of the curve (from second \
      differences), held against its level plus a tenth of its typical high level, so that scatter around \
      zero does not count. A curve that swings rises about as often as it falls. Without a training loss \
      the validation loss is judged, by twice the bound.
      """,
    citations: [.google2024, .bengio2012, .godbole2023],
    remedies: [
      Remedy.lowerLearningRate.because("Swings of {swing} are those of steps that jump across the minimum."),
      Remedy.decayLearningRate.because("Smaller steps towards the end let the loss settle."),
      Remedy.largerBatch.because("If the swings come from small batches, larger ones halve them."),
      Remedy.averageWeights.because(
        "The mean of the swinging weights lies nearer to the minimum than any of them."),
      Remedy.clipGradients.because("A bound keeps single batches from causing the swings."),
    ],
    fires: [
      RuleExample(
        "a saw", training: (0..<40).map { 0.6 + ($0.isMultiple(of: 2) ? 0.25 : -0.25) + 1 / Double($0 + 1) },
        validation: (0..<40).map { 0.7 + ($0.isMultiple(of: 2) ? 0.2 : -0.2) + 1 / Double($0 + 1) })
    ],
    staysSilent: [
      RuleExample("smooth", training: .falling(from: 2.3, to: 0.4, over: 40)),
      RuleExample(
        "noise of 1 %", training: [Double].falling(from: 2.3, to: 0.4, over: 40).shaken(by: 0.02)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "swing", \.swing, in: 0...10, "Standard deviation relative to the level from which it counts."),
    RuleParameter<Self>("ups", \.ups, in: 0...1, "Share of rising steps in the second half that it takes."),
    RuleParameter<Self>("moderate", \.moderate, in: 0...10, "Relative swing from which it is moderate."),
    RuleParameter<Self>("severe", \.severe, in: 0...10, "Relative swing from which it is severe."),
  ]
  public var swing = 0.08
  public var ups = 0.25
  public var moderate = 0.15
  public var severe = 0.4

  /// How many losses it takes: rises among fewer steps of the second half are chance.
  private static let leastCount = 16

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let isTraining = run.trainingLoss?.tail != nil
    guard let curve = isTraining ? run.trainingLoss : run.validationLoss, curve.count > 0 else {
      return .notAssessable("no loss")
    }
    guard curve.count >= Self.leastCount else { return .notFound }
    let late = curve.values[(curve.count / 2)...]
    let rises = zip(late, late.dropFirst()).count { $0 < $1 }
    let share = Double(rises) / Double(late.count - 1)
    guard share > ups, let level = late.median(), let high = curve.typicalHigh else { return .notFound }
    let reference = curve.isPositive ? level + 0.1 * high : curve.range
    guard reference > 0 else { return .notFound }
    let relative = curve.noise / reference
    let bound = isTraining ? swing : 2 * swing
    guard relative > bound else { return .notFound }
    let validationOnly =
      """
      Validation loss swings by {swing} of its level from one epoch to the next and rose in {ups} of the \
      last {count} steps.
      """
    return .found(
      Evidence(
        effect: min(relative, 1), severity: Severity(effect: relative, moderate: moderate, severe: severe),
        confidence: run.confidence(
          of: relative, over: bound, error: relative / Double(late.count).squareRoot(), needsTraining: true),
        measurements: [
          Measurement("swing", "Swing relative to the level", relative, .share, .above(bound)),
          Measurement("ups", "Share of rising steps", share, .share, .above(ups)),
          Measurement("count", "Steps looked at", Double(late.count - 1), .count),
        ],
        statement: isTraining ? nil : validationOnly))
  }
}
