/// Single epochs at which the training loss jumps far above its course.
public struct LossSpikes: Rule {
  public static let card = RuleCard(
    id: "loss-spikes", title: "Training loss jumps at single epochs", condition: .instability,
    statement:
      """
      Training loss jumped {count} times out of its course, highest at epoch {highest} to {height} times \
      its surroundings, and came back within five epochs each time.
      """,
    rationale: """
      A jump that comes back costs a few epochs and is usually the work of one bad batch or of a learning \
      rate at the edge of what the loss can bear; one that does not come back has thrown the weights \
      somewhere else. A value counts that lies several robust standard deviations above the running median \
      (Hampel's filter on the logarithm), and above it by a clear factor.
      """,
    citations: [.chowdhery2022, .godbole2023],
    remedies: [
      Remedy.clipGradients.because(
        "A jump to {height} times the level comes from a gradient of extreme size."),
      Remedy.inspectBatches.because("Broken examples or wrong labels in one batch give such a jump."),
      Remedy.warmUp.because("Where jumps come early, large steps on untrained weights are the usual cause."),
      Remedy.lowerLearningRate.because("Smaller steps make every jump smaller."),
    ],
    fires: [
      RuleExample(
        "two jumps",
        training: [Double].falling(from: 2.3, to: 0.4, over: 60).spiking(at: 25, by: 5).spiking(at: 44, by: 3)
      )
    ],
    staysSilent: [
      RuleExample("smooth", training: .falling(from: 2.3, to: 0.4, over: 60)),
      RuleExample("even noise", training: [Double].falling(from: 2.3, to: 0.4, over: 60).shaken(by: 0.1)),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "reach", \.reach, in: 2...50, "Robust standard deviations above the median around it."),
    RuleParameter<Self>("height", \.height, in: 1...100, "Factor above the median around it."),
    RuleParameter<Self>(
      "share", \.share, in: 0...1, "Share of the epochs above which these are no single jumps."),
  ]
  public var reach = 5.0
  public var height = 2.0
  public var share = 0.1

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard let curve = run.trainingLoss, curve.tail != nil else {
      return .notAssessable("no training loss")
    }
    // Above zero a spike is a factor; elsewhere it has to exceed half of the whole range.
    let least = curve.isPositive ? height : 0.5
    let spikes = SpikeFilter.spikes(in: curve.values, reach: reach).filter { $0.height >= least }
    guard let highest = spikes.max(by: { $0.height < $1.height }),
      Double(spikes.count) <= max(1, share * Double(curve.count)), curve.isPositive
    else { return .notFound }
    let lost = spikes.first { !$0.isRecovered }
    let epochs = spikes.map { curve.epochs[$0.index] }
    var measurements = [
      Measurement("count", "Jumps", Double(spikes.count), .count, .above(0)),
      Measurement("highest", "Epoch of the highest", curve.epochs[highest.index], .epoch),
      Measurement("height", "Its height over the values around it", highest.height, .number, .above(height)),
    ]
    if let lost {
      measurements.append(Measurement("lost", "Epoch without return", curve.epochs[lost.index], .epoch))
    }
    return .found(
      Evidence(
        effect: lost == nil ? 0.2 : 0.6,
        severity: lost != nil ? .moderate : spikes.count > 2 ? .mild : .info,
        confidence: run.confidence(of: highest.height, over: height * 0.9, error: height / 4),
        onset: Onset(epoch: epochs[0], interval: epochs[0]...epochs[0]), epochs: epochs,
        measurements: measurements, statement: Self.statement(of: spikes.count, areRecovered: lost == nil)))
  }

  /// What is said where the sentence of the card does not suit: of a single jump, and of one that did not come back.
  private static func statement(of count: Int, areRecovered: Bool) -> String? {
    guard count == 1 else {
      return areRecovered
        ? nil
        : """
        Training loss jumped {count} times out of its course, highest at epoch {highest} to {height} times \
        its surroundings, and did not come back after epoch {lost}.
        """
    }
    return """
      Training loss jumped out of its course at epoch {highest}, to {height} times its surroundings, and \
      \(areRecovered ? "came back within five epochs" : "did not come back").
      """
  }
}
