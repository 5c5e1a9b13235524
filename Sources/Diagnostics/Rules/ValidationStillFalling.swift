/// Validation loss was still falling when training stopped.
public struct ValidationStillFalling: Rule {
  public static let card = RuleCard(
    id: "validation-still-falling", title: "Validation loss was still falling at the end",
    condition: .stillImproving,
    statement:
      """
      Validation loss was still falling at epoch {last}: {more} more epochs may be expected to lower it \
      by another {gain} ({gainLow} to {gainHigh}).
      """,
    rationale: """
      A run that is stopped while its validation loss falls leaves something behind. The last third of the \
      curve has to fall with 95 % confidence (Sen's interval of the slope, and the Mann-Kendall test \
      corrected for autocorrelation), and power laws and exponentials fitted to the last four fifths have \
      to promise more than the tolerance and the noise for half as many epochs again. The expectation is \
      an average over these curves, its interval holds 80 %; a learning rate that has decayed to nothing \
      keeps neither.
      """,
    citations: [.domhan2015, .sen1968, .hamed1998, .godbole2023],
    remedies: [
      Remedy.trainLonger.because("{more} more epochs promise {gain} ({gainLow} to {gainHigh})."),
      Remedy.raiseLearningRate.because(
        "A loss that still falls at epoch {last} may have been taking steps that are too small."),
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
      return .notAssessable("no validation loss in the log")
    }
    guard validation.count >= 8, let worsening = Worsening(validation), let last = validation.lastEpoch else {
      return .notFound
    }
    guard worsening.bestIndex >= validation.count * 2 / 3, worsening.share < max(0.02, 2 * worsening.error)
    else {
      return .notFound
    }
    let points = ThinnedPoints(epochs: validation.epochs, values: validation.withoutSpikes, limit: 80).values
    let third = Array(points.suffix(max(points.count / 3, 6)))
    guard let slope = TheilSenLine(third), slope.interval.upperBound < 0,
      MannKendallTest(third).deviate < -1.64
    else { return .notFound }
    guard
      let future = Extrapolation(points, steps: Double(points.count) / 2, noise: validation.noise)
    else { return .notFound }
    // A positive loss cannot fall by more than all of itself.
    func share(of gain: Double) -> Double {
      validation.isPositive ? min(validation.share(gain, of: end), 1) : validation.share(gain, of: end)
    }
    let expected = share(of: future.gain)
    let low = share(of: future.interval.lowerBound)
    let high = share(of: future.interval.upperBound)
    let threshold = max(gain, 2 * worsening.error / Double(validation.smoothingWidth).squareRoot())
    guard expected > threshold else { return .notFound }
    // The step between logged values is one epoch, or several where validation was rarer.
    let step = (last - validation.epochs[0]) / Double(validation.count - 1)
    let more = (Double(validation.count) / 2 * step).rounded()
    return .found(
      Evidence(
        effect: min(expected, 1), severity: Severity(effect: expected, moderate: 0.1, severe: 0.3),
        confidence: run.confidence(of: expected, over: threshold, error: (high - low) / 2.563),
        measurements: [
          Measurement("last", "Last epoch", last, .epoch),
          Measurement("more", "Further epochs", more, .epochs),
          Measurement("gain", "Expected fall of the validation loss", expected, .share, .above(threshold)),
          Measurement("gainLow", "Lower end of the 80 % interval", low, .share),
          Measurement("gainHigh", "Upper end of the 80 % interval", high, .share),
          Measurement("end", "Validation loss at the end", end, .loss),
        ]))
  }
}
