import RunRecords

/// Validation loss was still falling when training stopped.
public struct ValidationStillFalling: Rule {
  public static let card = RuleCard(
    id: "validation-still-falling", title: "Validation loss was still falling at the end",
    condition: .stillImproving,
    statement:
      """
      Validation loss was still falling at epoch {last}: {more} more epochs may be expected to lower it \
      by another {gain} (80 % interval: {gainLow} to {gainHigh}).
      """,
    rationale: """
      A run that is stopped while its validation loss falls leaves something behind. The last third of the \
      curve (of a short one up to the half, and at least five values) has to fall with 95 % confidence (Sen's interval of the slope, and the Mann-Kendall test \
      corrected for autocorrelation), and power laws and exponentials fitted to the last four fifths have \
      to promise more than the tolerance and the noise for half as many epochs again. The expectation is \
      an average over these curves, and its interval holds 80 %. Of losses that are still those of guessing, a tenth of the \
      tolerance is enough. A learning rate that was logged and has \
      decayed to a hundredth of its highest value keeps no such promise, and the rule is silent.
      """,
    citations: [.domhan2015, .sen1968, .hamed1998, .godbole2023],
    remedies: [
      Remedy.trainLonger.because(
        "The curve promises {gain} ({gainLow} to {gainHigh}) from {more} more epochs."),
      Remedy.raiseLearningRate.because(
        "A loss that still falls at epoch {last} may come of steps that are too small."),
    ],
    fires: [
      RuleExample(
        "stopped halfway down", training: .falling(from: 2.3, to: 0.2, over: 30, pace: 25),
        validation: .falling(from: 2.3, to: 0.3, over: 30, pace: 25))
    ],
    staysSilent: [
      RuleExample(
        "settled", training: .falling(from: 2.3, to: 0.4, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 0.45, over: 60, pace: 4)),
      RuleExample(
        "risen", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 15, to: 1.1)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "gain", \.gain, in: 0...1, "Relative gain of half as many epochs again from which it counts.")
  ]
  public var gain = 0.02

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let validation = run.validationLoss, let end = validation.tail else {
      return .notAssessable("no validation loss")
    }
    guard validation.count >= 5, let worsening = validation.worsening, let last = validation.lastEpoch else {
      return .notFound
    }
    guard worsening.bestIndex >= validation.count * 2 / 3, worsening.share < max(0.02, 2 * worsening.error),
      !run.rateHasDecayed
    else { return .notFound }
    let points = ThinnedPoints(epochs: validation.epochs, values: validation.withoutSpikes, limit: 80).values
    // A rank test of fewer than twelve values sees little but a fall without a break: of a short run it
    // takes up to the half, and at least five.
    let late = Array(points.suffix(max(points.count / 3, min(points.count / 2, 12), 5)))
    guard MannKendallTest(late).falls(beyond: MannKendallTest.deviateOf95Percent),
      let slope = TheilSenLine(late),
      slope.interval.upperBound < 0
    else { return .notFound }
    let steps = Double(points.count) / 2
    guard let future = Extrapolation(points, steps: steps, noise: validation.noise) else { return .notFound }
    // A positive loss cannot fall by more than all of itself.
    func share(of gain: Double) -> Double {
      validation.isPositive ? min(validation.share(gain, of: end), 1) : validation.share(gain, of: end)
    }
    let expected = share(of: future.gain)
    let low = share(of: future.interval.lowerBound)
    let high = share(of: future.interval.upperBound)
    // Losses that are still those of guessing have nearly all of their way before them, however slowly they go.
    let least = run.isNearChance(training: true) && run.isNearChance() ? gain / 10 : gain
    let threshold = max(least, 2 * worsening.error / Double(validation.smoothingWidth).squareRoot())
    guard expected > threshold else { return .notFound }
    // The step between logged values is one epoch, or several where validation was rarer.
    let step = (last - validation.epochs[0]) / Double(validation.count - 1)
    let more = (Double(validation.count) / 2 * step).rounded()
    return .found(
      Evidence(
        effect: min(expected, 1), severity: Severity(effect: expected, moderate: 0.1, severe: 0.3),
        confidence: run.confidence(
          of: expected, over: threshold, error: (high - low) / Extrapolation.widthOfInterval),
        measurements: [
          Measurement("last", "Last epoch", last, .epoch),
          Measurement("more", "Further epochs", more, .epochs),
          Measurement("gain", "Expected fall of the validation loss", expected, .share, .above(threshold)),
          Measurement("gainLow", "Lower end of the 80 % interval", low, .share),
          Measurement("gainHigh", "Upper end of the 80 % interval", high, .share),
          Measurement("end", "Validation loss at the end, median", end, .loss),
        ]))
  }
}
