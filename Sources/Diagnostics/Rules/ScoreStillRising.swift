import RunRecords

/// The validation score of a log without a validation loss was still getting better when training stopped.
public struct ScoreStillRising: Rule {
  public static let card = RuleCard(
    id: "score-still-rising", title: "The validation score was still getting better at the end",
    condition: .stillImproving,
    statement:
      """
      The validation score was still getting better at epoch {last}: it reached {end}, and {more} more epochs may be \
      expected to bring another {gain} points.
      """,
    rationale: """
      Where no validation loss was logged, a score on the validation data that rises to the end shows that a run was \
      stopped too soon. The last third has to rise with 95 % confidence (Mann-Kendall, corrected for autocorrelation), \
      and the curves that are fitted to what is missing to a perfect score have to promise more than the tolerance and \
      the noise for half as many epochs again.
      """,
    citations: [.domhan2015, .hamed1998],
    remedies: [
      Remedy.trainLonger.because("The curve promises {gain} points from {more} more epochs."),
      Remedy.raiseLearningRate.because(
        "A score that still rises at epoch {last} may come of steps that are too small."),
    ],
    fires: [
      RuleExample(
        "stopped halfway up", training: .falling(from: 2.3, to: 1.2, over: 30, pace: 25),
        validationAccuracy: .falling(from: 0.1, to: 0.6, over: 30, pace: 25))
    ],
    staysSilent: [
      RuleExample(
        "settled", training: .falling(from: 2.3, to: 0.3, over: 60, pace: 4),
        validationAccuracy: .falling(from: 0.1, to: 0.9, over: 60, pace: 4)),
      RuleExample(
        "a validation loss says more", training: .falling(from: 2.3, to: 1.2, over: 30, pace: 25),
        validation: .falling(from: 2.3, to: 1.2, over: 30, pace: 25),
        validationAccuracy: .falling(from: 0.1, to: 0.6, over: 30, pace: 25)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "gain", \.gain, in: 0...1,
      "Gain of half as many epochs again, in the score's unit, from which it counts.")
  ]
  public var gain = 0.02

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let score = run.loneScore else {
      return run.validationLoss?.tail == nil ? .notAssessable("no validation score") : .notFound
    }
    guard score.isShare else {
      return .notAssessable("no score from 0 to 1")
    }
    guard score.count >= 8, let end = score.tail, let last = score.lastEpoch,
      score.values.allSatisfy({ (0...1).contains($0) })
    else { return .notFound }
    let missing = ThinnedPoints(epochs: score.epochs, values: score.values.map { 1 - $0 }, limit: 80).values
    let late = Array(missing.suffix(max(missing.count / 3, min(missing.count / 2, 12))))
    guard MannKendallTest(late).falls(beyond: MannKendallTest.deviateOf95Percent),
      let future = Extrapolation(missing, steps: Double(missing.count) / 2, noise: score.noise),
      case let threshold = max(gain, 2 * score.noise / Double(score.smoothingWidth).squareRoot()),
      case let expected = min(future.gain, 1 - end), expected > threshold
    else { return .notFound }
    let step = (last - score.epochs[0]) / Double(score.count - 1)
    return .found(
      Evidence(
        effect: expected, severity: Severity(effect: expected, moderate: 0.05, severe: 0.15),
        confidence: run.confidence(
          of: expected, over: threshold,
          error: (future.interval.upperBound - future.interval.lowerBound) / Extrapolation.widthOfInterval),
        measurements: [
          Measurement("last", "Last epoch", last, .epoch),
          Measurement("end", "Validation score at the end, median", end, .score),
          Measurement("more", "Further epochs", (Double(score.count) / 2 * step).rounded(), .epochs),
          Measurement("gain", "Expected gain, in points", 100 * expected, .number, .above(100 * threshold)),
        ]))
  }
}
