/// Validation loss has stopped falling while training loss falls on.
public struct WideningGap: Rule {
  public static let card = RuleCard(
    id: "widening-gap", title: "Training loss falls on while validation loss stands still",
    condition: .generalizationGap,
    statement:
      """
      Smoothed, validation loss has stayed within {band} of its best since epoch {start} while training loss fell \
      another {fall}, so that the gap grew from {gapBefore} to {gap} of the validation loss.
      """,
    rationale: """
      What the model learns after this point helps it on the training data alone. Nothing is lost yet, \
      since the validation loss does not rise, but the epochs bring nothing either, and the gap shows that \
      the model could gain from more data or more regularisation. The gap is (validation - training) / \
      validation of the smoothed losses; it has to grow with 95 % confidence (Mann-Kendall, corrected for \
      autocorrelation). How much it matters is also held against the first validation loss: of a loss that is nearly \
      zero even all of it is little.
      """,
    citations: [.goodfellow2016, .godbole2023],
    remedies: [
      Remedy.moreData.because("The gap is {gap} of the validation loss, and nothing closes it as surely."),
      Remedy.augmentData.because("Training loss fell {fall} without any effect on the validation loss."),
      Remedy.addWeightDecay.because("The gap grew from {gapBefore} to {gap} after epoch {start}."),
      Remedy.addDropout.because("The gap grew from {gapBefore} to {gap} after epoch {start}."),
      Remedy.stopAtPlateau.because("Validation loss has not left the band of {band} around its best since."),
    ],
    fires: [
      RuleExample(
        "validation flat, training on to zero", training: .falling(from: 2.3, to: 0.02, over: 60, pace: 10),
        validation: .falling(from: 2.3, to: 0.7, over: 60, pace: 3))
    ],
    staysSilent: [
      RuleExample(
        "both flat with a small gap", training: .falling(from: 2.3, to: 0.4, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 0.45, over: 60, pace: 4)),
      RuleExample(
        "validation rises", training: .falling(from: 2.3, to: 0.02, over: 60, pace: 10),
        validation: .falling(from: 2.3, to: 0.7, over: 60, pace: 3).turning(after: 20, to: 1.2)),
    ])

  public static let parameters = [
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Gap at the end, as a share of the validation loss."),
    RuleParameter<Self>(
      "fall", \.fall, in: 0...1, "Fall of the training loss since the validation loss stands still."),
    RuleParameter<Self>(
      "band", \.band, in: 0...1, "Relative distance from the best at which the loss stands still."),
    RuleParameter<Self>(
      "growth", \.growth, in: 0...1, "Growth of the gap since then, as a share of the loss."),
  ]
  public var gap = 0.3
  public var fall = 0.1
  public var band = 0.05
  public var growth = 0.1

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let training = run.trainingLoss, training.tail != nil else {
      return .notAssessable("no training loss")
    }
    guard let validation = run.validationLoss, validation.tail != nil else {
      return .notAssessable("no validation loss")
    }
    guard validation.count >= 8, let gaps = run.lossGap, let first = validation.values.first else {
      return .notFound
    }
    // Of a training loss that ends before that, nothing is known of what it did then.
    guard let start = validation.settledIndex(within: band), start < gaps.shares.count,
      validation.count - start >= max(5, validation.count / 5),
      let before = training.smoothedValue(at: validation.epochs[start]), let end = training.tail,
      let last = run.lastEpoch
    else { return .notFound }
    let fallen = training.share(before - end, of: before)
    let grown = gaps.end - gaps.shares[start]
    guard gaps.end > gap, fallen > fall, grown > growth, gaps.grows(from: start) else {
      return .notFound
    }
    let error = max(training.noiseShare(of: before), validation.relativeNoise)
    let lost = gaps.end * (validation.tail ?? first) / first
    return .found(
      Evidence(
        effect: min(max(gaps.end, 0), 1),
        severity: min(
          Severity(effect: gaps.end, moderate: 0.5, severe: 0.9),
          Severity(effect: lost, moderate: 0.1, severe: 0.25)),
        confidence: run.confidence(of: grown, over: growth, error: error),
        onset: Onset(
          epoch: validation.epochs[start], interval: validation.epochs[start]...validation.epochs[start]),
        span: validation.epochs[start]...max(last, validation.epochs[start]),
        measurements: [
          Measurement(
            "start", "Epoch since which validation loss stands still", validation.epochs[start], .epoch),
          Measurement("band", "Band around the lowest validation loss", validation.band(of: band), .share),
          Measurement("fall", "Fall of the training loss since then", fallen, .share, .above(fall)),
          Measurement("gapBefore", "Gap at that epoch", gaps.shares[start], .share),
          Measurement("gap", "Gap at the end", gaps.end, .share, .above(gap)),
          Measurement("growth", "Growth of the gap", grown, .share, .above(growth)),
        ]))
  }
}
