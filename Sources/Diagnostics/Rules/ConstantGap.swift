/// Validation loss lies far above training loss from early on, by a distance that does not grow.
public struct ConstantGap: Rule {
  public static let card = RuleCard(
    id: "constant-gap", title: "A gap between the losses that does not grow", condition: .generalizationGap,
    statement:
      """
      Validation loss lies above training loss by {gap} of its value at the end and by {gapEarly} \
      already at epoch {early}: the gap does not grow, as it would by memorising.
      """,
    rationale: """
      A gap that memorising causes grows with training. One that is there from the first epochs on and \
      stays as it is speaks for sets that differ: another preparation, other class shares, harder \
      validation examples, or a loss that is computed in another way. The gap is (validation - training) / \
      validation of the smoothed losses.
      """,
    citations: [.google2024, .goodfellow2016],
    remedies: [
      Remedy.compareSplits.because("The gap was {gapEarly} already at epoch {early}."),
      Remedy.moreData.because("If the sets do agree, more data can close part of the gap of {gap}."),
    ],
    fires: [
      RuleExample(
        "one factor apart all along", training: .falling(from: 1, to: 0.2, over: 40, pace: 5),
        validation: .falling(from: 2, to: 0.4, over: 40, pace: 5))
    ],
    staysSilent: [
      RuleExample(
        "a gap that grows", training: .falling(from: 2.3, to: 0.02, over: 60, pace: 10),
        validation: .falling(from: 2.3, to: 0.7, over: 60, pace: 3)),
      RuleExample(
        "no gap", training: .falling(from: 2.3, to: 0.4, over: 40),
        validation: .falling(from: 2.3, to: 0.42, over: 40)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "gap", \.gap, in: 0...1, "Gap that has to be there all along, as a share of the validation loss."),
    RuleParameter<Self>(
      "growth", \.growth, in: 0...1, "Growth of the gap over the run that still passes as none."),
  ]
  public var gap = 0.3
  public var growth = 0.1

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.trainingLoss?.tail != nil else { return .notAssessable("no training loss") }
    guard run.validationLoss?.tail != nil else { return .notAssessable("no validation loss") }
    guard let gaps = run.lossGap, gaps.shares.count >= 8 else { return .notFound }
    let early = max(1, gaps.shares.count / 10)
    guard let before = gaps.shares[early...min(early + 2, gaps.shares.count - 1)].median(),
      let smallest = gaps.shares[early...].quantile(0.1)
    else { return .notFound }
    let grown = gaps.end - before
    guard gaps.end > gap, smallest > gap, abs(grown) <= growth else { return .notFound }
    let error = run.validationLoss?.relativeNoise ?? 0
    return .found(
      Evidence(
        effect: min(gaps.end, 1), severity: Severity(effect: gaps.end, moderate: 0.5, severe: 0.9),
        confidence: run.confidence(of: smallest, over: gap, error: error),
        onset: Onset(epoch: gaps.epochs[0], interval: gaps.epochs[0]...gaps.epochs[early]),
        measurements: [
          Measurement("gap", "Gap at the end", gaps.end, .share, .above(gap)),
          Measurement("gapEarly", "Gap early in the run", before, .share, .above(gap)),
          Measurement("early", "Epoch of that early gap", gaps.epochs[early], .epoch),
          Measurement("growth", "Growth of the gap over the run", grown, .share, .below(growth)),
        ]))
  }
}
