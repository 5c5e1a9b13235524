/// Neither loss has moved for the last part of the run.
public struct Plateau: Rule {
  public static let card = RuleCard(
    id: "plateau", title: "The losses have stopped moving", condition: .plateau,
    statement:
      """
      Smoothed, the losses have stayed within {band} of their best since epoch {start}, for {share} of the \
      run.
      """,
    rationale: """
      A loss that has settled is what the end of a run should look like; the epochs on the plateau cost \
      time and bring nothing more. Whether the level is good is another question, which needs something to \
      compare it with. A loss has settled where its running median stays within the band, or twice its \
      noise, of its best value.
      """,
    citations: [.prechelt1998],
    remedies: [
      Remedy.stopAtPlateau.because("No loss has left the band of {band} around its best since."),
      Remedy.decayLearningRate.because(
        "If the level is not good enough, smaller steps may leave the plateau downwards."),
    ],
    fires: [
      RuleExample(
        "settled after a third", training: .falling(from: 2.3, to: 0.4, over: 60, pace: 4),
        validation: .falling(from: 2.3, to: 0.45, over: 60, pace: 4)),
      RuleExample("training loss alone", training: .falling(from: 2.3, to: 0.4, over: 60, pace: 4)),
    ],
    staysSilent: [
      RuleExample(
        "still falling", training: .falling(from: 2.3, to: 0.2, over: 30, pace: 25),
        validation: .falling(from: 2.3, to: 0.3, over: 30, pace: 25)),
      RuleExample(
        "training falls on", training: .falling(from: 2.3, to: 0.02, over: 60, pace: 12),
        validation: .falling(from: 2.3, to: 0.7, over: 60, pace: 3)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "band", \.band, in: 0...1, "Relative distance from the best at which a loss stands still."),
    RuleParameter<Self>("share", \.share, in: 0...1, "Share of the run that the plateau has to last."),
  ]
  /// The width of a band from which on it says nothing.
  private static let widestBand = 0.3

  public var band = 0.02
  public var share = 0.3

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    let curves = run.losses.filter { $0.tail != nil }
    guard let longest = curves.max(by: { $0.count < $1.count }), let last = run.lastEpoch else {
      return .notAssessable("no loss")
    }
    let starts = curves.compactMap { curve in curve.settledIndex(within: band).map { curve.epochs[$0] } }
    guard longest.count >= 8, starts.count == curves.count, let start = starts.max() else { return .notFound }
    let settled = longest.epochs.count { $0 >= start }
    let lasted = Double(settled) / Double(longest.count)
    guard settled >= 5, lasted >= share else { return .notFound }
    // Within the noise of a curve that swings, everything is near the best.
    let widest = curves.map { $0.band(of: band) }.max() ?? band
    guard widest <= Self.widestBand else { return .notFound }
    let error = curves.map(\.relativeNoise).max() ?? 0
    return .found(
      Evidence(
        effect: lasted, severity: .info,
        confidence: run.confidence(of: lasted, over: share / 2, error: max(share / 4, error)),
        span: min(start, last)...last,
        measurements: [
          Measurement("band", "Band around the best", widest, .share),
          Measurement("start", "Epoch since which the losses stand still", start, .epoch),
          Measurement("share", "Share of the run", lasted, .share, .above(share)),
        ]))
  }
}
