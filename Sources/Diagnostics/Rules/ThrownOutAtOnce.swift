import RunRecords

/// The first training loss is a million times the later ones, which scatter and fall no further.
public struct ThrownOutAtOnce: Rule {
  public static let card = RuleCard(
    id: "thrown-out-at-once", title: "The run was thrown out before its first value", condition: .divergence,
    statement:
      """
      Training loss began at {first}, {factor} times the {end} around which it has scattered since: the first steps threw \
      the weights where no gradient leads back.
      """,
    rationale: """
      Where the first steps are far too large, the loss explodes within the first epoch, and the log shows only what comes \
      after it: one huge mean, and then a level that scatters and does not fall. No sound run looks like that. To come \
      down to a millionth within an epoch, a model of large targets has to explain all but a millionth of their \
      variance, and one that can do so goes on falling.
      """,
    citations: [.goodfellow2016, .pascanu2013],
    remedies: [
      Remedy.divideLearningRate.because("A first loss of {first} comes of steps that are too large."),
      Remedy.warmUp.because("Steps are most dangerous while the weights are untrained."),
      Remedy.clipGradients.because(
        "A few gradients of extreme size are enough to throw the weights that far."),
      Remedy.checkInputs.because("Unscaled inputs or targets make every step too large."),
    ],
    fires: [
      RuleExample(
        "one huge value, then scatter", training: [6e21] + [Double].flat(550, over: 9).shaken(by: 0.1))
    ],
    staysSilent: [
      RuleExample(
        "large targets, learned from the first epoch on",
        training: [4e10, 3e4] + [Double].falling(from: 2e4, to: 5e3, over: 18)),
      RuleExample("a loss that vanishes", training: [1e3] + [Double].falling(from: 1e-4, to: 1e-7, over: 18)),
      RuleExample("no scatter", training: [6e21] + [Double].flat(550, over: 9)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "factor", \.factor, in: 100...1e12, "First loss over the later ones from which the run was thrown out."),
    RuleParameter<Self>(
      "scatter", \.scatter, in: 0...1, "Relative noise from which the later losses scatter."),
  ]
  public var factor = 1e6
  public var scatter = 0.02

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let loss = run.trainingLoss, let end = loss.tail, let first = loss.values.first,
      let last = run.lastEpoch
    else { return .notAssessable("no training loss") }
    let later = Array(loss.values.dropFirst())
    guard later.count >= 4, loss.isPositive, first >= factor * end,
      let level = later.prefix(later.count / 2).median(), end >= 0.8 * level,
      case let noise = NoiseEstimate(of: later).relative, noise >= scatter
    else { return .notFound }
    return .found(
      Evidence(
        effect: 1, severity: .severe,
        confidence: run.confidence(of: end, over: 0.8 * level, error: noise * level),
        span: (loss.epochs.first ?? last)...last,
        measurements: [
          Measurement("first", "First training loss", first, .loss),
          Measurement("end", "Training loss at the end", end, .loss),
          Measurement("factor", "First over the last", first / end, .number, .above(factor)),
          Measurement("noise", "Scatter of the later losses", noise, .share, .above(scatter)),
        ]))
  }
}
