import RunRecords

/// Training loss ends far above where it began, or above what it had reached.
public struct ExplodingLoss: Rule {
  public static let card = RuleCard(
    id: "exploding-loss", title: "Training loss grows instead of falling", condition: .divergence,
    statement:
      """
      Training loss ended at {end}, {factor} times its lowest level of {lowest} at epoch {at} and \
      {ofFirst} times its first value.
      """,
    rationale: """
      Gradient steps that are too large for the curvature of the loss climb instead of descending. The \
      median of the last training losses has to lie above the first one, and well above the best level \
      that was reached; a loss that stays several times above the loss of guessing is the same sign where \
      the number of classes is known. Frameworks clip probabilities, so that each certain and wrong answer \
      costs 16.118 (-ln 1e-7), 15.942 (the same in single precision) or 100 (binary cross-entropy of \
      PyTorch): a loss of that times the share of wrong answers means that every answer is certain.
      """,
    citations: [.goodfellow2016, .pascanu2013, .godbole2023],
    remedies: [
      Remedy.divideLearningRate.because(
        "A loss of {end} at the end comes mostly of steps that are too large."),
      Remedy.clipGradients.because(
        "A few gradients of extreme size are enough to throw the weights that far."),
      Remedy.warmUp.because("Large steps on untrained weights are a frequent start of such a climb."),
      Remedy.checkInputs.because("Unscaled inputs or targets make every step too large."),
    ],
    fires: [
      RuleExample(
        "climbs past its first value",
        training: .falling(from: 2.3, to: 0.8, over: 40, pace: 4).turning(after: 12, to: 9),
        validation: .falling(from: 2.3, to: 0.9, over: 40, pace: 4).turning(after: 12, to: 11), onset: 13),
      RuleExample(
        "grows from the start", training: (0..<20).map { 1 + Double($0 * $0) }, onset: 2),
      RuleExample(
        "saturates at the clip of probabilities", training: [Double].flat(14.5, over: 20).shaken(by: 0.01),
        facts: RunFacts(classCount: 10)),
    ],
    staysSilent: [
      RuleExample(
        "only validation rises", training: .falling(from: 2.3, to: 0.1, over: 40, pace: 8),
        validation: .falling(from: 2.3, to: 0.6, over: 40, pace: 4).turning(after: 15, to: 3)),
      RuleExample(
        "a spike that recovers",
        training: [Double].falling(from: 2.3, to: 0.4, over: 40).spiking(at: 20, by: 20)),
      RuleExample(
        "scatter at a low level",
        training: [Double].falling(from: 2.3, to: 0.01, over: 60, pace: 4).shaken(by: 0.5)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "growth", \.growth, in: 1...100, "Factor above the lowest level at which it has exploded."),
    RuleParameter<Self>(
      "first", \.first, in: 0...100, "Factor of the first loss that it has to exceed as well."),
    RuleParameter<Self>(
      "chance", \.chance, in: 1...1000, "Factor of the loss of guessing that no sound run exceeds."),
  ]
  public var growth = 1.5
  public var first = 1.15
  public var chance = 2.0

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let isTraining = run.trainingLoss?.tail != nil
    guard let curve = isTraining ? run.trainingLoss : run.validationLoss, let end = curve.tail,
      let first = curve.values.first, let worsening = curve.worsening, let last = curve.lastEpoch
    else { return .notAssessable("no loss") }
    // A validation loss alone may rise by overfitting: it has to grow far more before that is ruled out.
    let strictness = isTraining ? 1.0 : 4
    guard curve.count >= 3, curve.isPositive else { return .notFound }
    let factor = end / worsening.best
    let overFirst = end / first
    // One value is no level to have grown from, unless it is what the run began with.
    let hasLevel = curve.beginsWithTheRun || worsening.bestIndex > 0
    let hasGrown =
      hasLevel && factor >= growth * strictness && overFirst >= self.first * strictness
      && !run.validationImproves
    let overChance = run.chance.map { end / $0.loss }
    let isFarAboveChance = overChance.map { $0 >= chance * strictness } ?? false
    let clip = Self.clip(of: end, accuracy: isTraining ? run.trainingScore : run.validationScore)
    guard hasGrown || isFarAboveChance || clip != nil else { return .notFound }
    let error = curve.noiseShare(of: worsening.best)
    let grown = hasGrown ? run.confidence(of: factor, over: growth * strictness * 0.9, error: error) : 0
    let above = overChance.map { run.confidence(of: $0, over: chance * strictness * 0.8, error: error) } ?? 0
    let clipped = clip == nil ? 0 : run.confidence(of: 1, over: 0.5, error: 0)
    let onset = curve.epochs.first { $0 > worsening.bestEpoch } ?? last
    var measurements = [
      Measurement("end", "Loss at the end, median", end, .loss),
      Measurement("lowest", "Lowest loss, smoothed", worsening.best, .loss),
      Measurement("at", "Epoch of the lowest loss", worsening.bestEpoch, .epoch),
      Measurement("factor", "End over lowest", factor, .number, hasGrown ? .above(growth * strictness) : nil),
      Measurement(
        Self.endOverFirst, "End over first", overFirst, .number,
        hasGrown ? .above(self.first * strictness) : nil),
    ]
    if isFarAboveChance, let overChance, let level = run.chance?.loss {
      measurements.append(Measurement("chance", "Loss of guessing", level, .loss))
      measurements.append(
        Measurement(
          "overChance", "End over the loss of guessing", overChance, .number, .above(chance * strictness)))
    }
    if let clip {
      measurements.append(Measurement("clip", "Loss of a certain and wrong answer", clip, .loss))
      measurements.append(Measurement("wrong", "Share of wrong answers", end / clip, .share))
    }
    return .found(
      Evidence(
        effect: 1, severity: .severe, confidence: max(grown, above, clipped),
        onset: hasGrown ? Onset(epoch: onset, interval: onset...onset) : nil, span: onset...max(last, onset),
        measurements: measurements,
        statement: Self.statement(
          of: isTraining ? "Training loss" : "Validation loss", hasGrown: hasGrown,
          isFarAboveChance: isFarAboveChance)))
  }

  /// What is said of a loss by what gave it away; one that neither grew nor lies far above guessing is clipped.
  private static func statement(of name: String, hasGrown: Bool, isFarAboveChance: Bool) -> String {
    if hasGrown {
      return """
        \(name) ended at {end}, {factor} times its lowest level of {lowest} at epoch {at} and {ofFirst} \
        times its first value.
        """
    }
    if isFarAboveChance {
      return """
        \(name) ended at {end}, {overChance} times the {chance} of a model that guesses: the steps threw \
        the weights where no gradient leads back.
        """
    }
    return """
      \(name) ended at {end}, which is {clip} for each of the {wrong} of answers that are wrong: every \
      answer is certain, and clipped probabilities leave no gradient to correct it.
      """
  }

  /// The name of the end over the first loss among the measurements; it has a threshold where the loss grew.
  static let endOverFirst = "ofFirst"

  /// The losses at which frameworks clip a certain and wrong answer: Keras, Keras in single precision,
  /// PyTorch's binary cross-entropy.
  private static let clips = [16.118, 15.942, 100]

  /// The clip that a loss comes from if it is that times the share of wrong answers; `nil` where fewer
  /// than a quarter are wrong, since small losses fit anything.
  private static func clip(of loss: Double, accuracy curve: MeasuredCurve?) -> Double? {
    guard let curve, curve.isAccuracy, let accuracy = curve.tail, accuracy <= 0.75 else {
      return nil
    }
    return clips.first { abs(loss - $0 * (1 - accuracy)) <= 0.01 * loss }
  }
}
