import RunRecords

/// The first steps threw the training loss a long way out: to a first value that is a million times the later ones, or
/// from a first value of which the end is a hundred times.
public struct ThrownOutAtOnce: Rule {
  public static let card = RuleCard(
    id: "thrown-out-at-once", title: "The first steps threw the run out", condition: .divergence,
    statement:
      """
      Training loss began at {first}, {factor} times the {end} around which it has scattered since: the first steps threw \
      the weights where no gradient leads back.
      """,
    rationale: """
      Where the first steps are far too large, the loss explodes within the first epoch, and the log shows only what comes \
      after it: one huge mean, and then a level that scatters and does not fall. No sound run looks like that. To come \
      down to a millionth within an epoch, a model of large targets has to explain all but a millionth of their \
      variance, and one that can do so goes on falling. Where the loss was logged before or within the first steps, the \
      same run begins at a sound level, and ends at a hundred times that without having come near it again.
      """,
    citations: [.goodfellow2016, .pascanu2013],
    remedies: [
      Remedy.divideLearningRate.because("Steps that are too large throw the weights that far."),
      Remedy.warmUp.because("Steps are most dangerous while the weights are untrained."),
      Remedy.clipGradients.because(
        "A few gradients of extreme size are enough to throw the weights that far."),
      Remedy.checkInputs.because("Unscaled inputs or targets make every step too large."),
    ],
    fires: [
      RuleExample(
        "a sound first step",
        training: [2.3, 7e10, 4e20, 2e27] + [Double].flat(5e5, over: 30).shaken(by: 0.2), onset: 1),
      RuleExample(
        "one huge value, then scatter", training: [6e12] + [Double].flat(550, over: 9).shaken(by: 0.1)),
      RuleExample("beyond all measure", training: [6e25] + [Double].flat(4.6e5, over: 9).shaken(by: 0.01)),
    ],
    staysSilent: [
      RuleExample(
        "stronger augmentation from the second epoch on, and a model that gets better",
        training: [0.01] + [Double].flat(2, over: 20), validation: .falling(from: 2.3, to: 0.5, over: 21)),
      RuleExample(
        "large targets, learned from the first epoch on",
        training: [4e10, 3e4] + [Double].falling(from: 2e4, to: 5e3, over: 18)),
      RuleExample("a loss that vanishes", training: [1e3] + [Double].falling(from: 1e-4, to: 1e-7, over: 18)),
      RuleExample("large targets, and a fit without an error", training: [6e9] + [Double].flat(550, over: 9)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "factor", \.factor, in: 100...1e12, "First loss over the later ones from which the run was thrown out."),
    RuleParameter<Self>(
      "leap", \.leap, in: 10...1e12, "End over the first loss from which the run was thrown out."),
    RuleParameter<Self>(
      "scatter", \.scatter, in: 0...1, "Relative noise from which the later losses scatter."),
  ]
  public var factor = 1e6
  public var scatter = 0.02
  public var leap = 100.0

  public init() {}

  /// First loss over the later ones from which no scatter is asked for: single precision leaves more of a loss that was
  /// learned away.
  private static let beyondFloats = 1e16

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let loss = run.trainingLoss, let end = loss.tail, let first = loss.values.first,
      let last = run.lastEpoch
    else { return .notAssessable("no training loss") }
    if let leap = evidenceOfLeap(run, loss, from: first, to: end) { return .found(leap) }
    let later = Array(loss.values.dropFirst())
    guard later.count >= 4, loss.isPositive, first >= factor * end,
      let level = later.prefix(later.count / 2).median(), end >= 0.8 * level,
      case let noise = NoiseEstimate(of: later).relative,
      noise >= scatter || first >= Self.beyondFloats * end
    else { return .notFound }
    return .found(
      Evidence(
        effect: 1, severity: .severe,
        confidence: run.confidence(of: end, over: 0.8 * level, error: noise * level),
        span: (loss.epochs.first ?? last)...last,
        measurements: [
          Measurement("first", "First training loss", first, .loss),
          Measurement("end", "Training loss at the end, median", end, .loss),
          Measurement("factor", "First over the last", first / end, .number, .above(factor)),
          Measurement("noise", "Scatter of the later losses", noise, .share),
        ]))
  }

  private func evidenceOfLeap(
    _ run: MeasuredRun, _ loss: MeasuredCurve, from first: Double, to end: Double
  ) -> Evidence? {
    // A model that gets better on new data was trained on harder ones from its second value on.
    let isSound = run.validationImproves && (run.validationLoss?.tail).map { $0 < leap * first } ?? false
    guard loss.count >= 5, loss.isPositive, end >= leap * first, !isSound,
      let lowest = loss.values.dropFirst().min(), lowest >= leap / 10 * first, let last = loss.lastEpoch
    else { return nil }
    let start = loss.epochs[0]
    return Evidence(
      effect: 1, severity: .severe,
      confidence: run.confidence(of: end / first, over: leap / 2, error: loss.relativeNoise * end / first),
      onset: Onset(epoch: start, interval: start...start), span: start...last,
      measurements: [
        Measurement("first", "First training loss", first, .loss),
        Measurement("end", "Training loss at the end, median", end, .loss),
        Measurement("factor", "End over the first", end / first, .number, .above(leap)),
      ],
      statement:
        "Training loss ended at {end}, {factor} times its first value, and never came near that again.")
  }
}
