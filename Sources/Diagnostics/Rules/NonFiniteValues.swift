/// A loss became infinite or undefined.
public struct NonFiniteValues: Rule {
  public static let card = RuleCard(
    id: "non-finite-values", title: "A loss is infinite or not a number", condition: .divergence,
    statement:
      """
      From epoch {onset} on, {count} of the logged losses are infinite or not a number; the last finite \
      loss before was {before}.
      """,
    rationale: """
      A loss of NaN or infinity means that a number has left the range that the arithmetic can hold: steps \
      that are too large, a logarithm or quotient of zero, or inputs that are missing or infinite. One \
      such gradient step makes every weight undefined, and nothing that is logged after it means anything.
      """,
    citations: [.google2024, .pascanu2013, .goodfellow2016],
    remedies: [
      Remedy.divideLearningRate.because(
        "The loss left the finite numbers at epoch {onset}; too large a step is the most frequent reason."),
      Remedy.clipGradients.because("A bound on the gradient keeps one batch from undoing the run."),
      Remedy.checkInputs.because(
        "If the loss is not finite at a small learning rate either, the data are the source."),
      Remedy.checkPrecision.because(
        "Logarithms of zero and overflow at half precision give the same picture."),
      Remedy.warmUp.because("Steps are most dangerous while the weights are untrained."),
    ],
    fires: [
      RuleExample(
        "NaN from epoch 12", training: [Double].falling(from: 2.3, to: 0.8, over: 11) + .flat(.nan, over: 9),
        validation: [Double].falling(from: 2.3, to: 0.9, over: 11) + .flat(.nan, over: 9), onset: 12),
      RuleExample(
        "infinite at the end", training: [2.3, 1.9, 1.7, 3.5, 80, 1e9, .infinity, .infinity], onset: 7),
    ],
    staysSilent: [
      RuleExample("all finite", training: .falling(from: 2.3, to: 0.8, over: 20)),
      RuleExample("large but finite", training: .falling(from: 1e9, to: 1e6, over: 20)),
    ])

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.losses.contains(where: { !$0.series.isEmpty }) else { return .notAssessable("no loss") }
    let broken = run.losses.filter { $0.series.summary.nonFiniteCount > 0 }
    let firsts = broken.compactMap { curve in
      curve.series.values.firstIndex { !$0.isFinite }.map { curve.series.epochs[$0] }
    }
    guard let onset = firsts.min(), let last = run.lastEpoch else { return .notFound }
    let count = broken.reduce(0) { $0 + $1.series.summary.nonFiniteCount }
    // Single gaps of the validation loss alone are more often epochs without validation than a broken
    // model.
    let isTrainingSound =
      run.trainingLoss.map { $0.tail != nil && $0.series.summary.nonFiniteCount == 0 } ?? false
    let endsFinite = broken.allSatisfy { $0.series.values.last?.isFinite ?? false }
    let isOnlyGaps = isTrainingSound && endsFinite
    let main = run.trainingLoss ?? run.validationLoss
    let before = main?.epochs.lastIndex { $0 < onset }.flatMap { main?.values[$0] }
    var measurements = [
      Measurement("onset", "First epoch without a finite loss", onset, .epoch),
      Measurement("count", "Losses that are not finite", Double(count), .count, .above(0)),
      Measurement("last", "Last epoch", last, .epoch),
    ]
    if let before { measurements.append(Measurement("before", "Last finite loss before it", before, .loss)) }
    let subject =
      count == 1
      ? "The loss logged at epoch {onset} is infinite or not a number"
      : "From epoch {onset} on, {count} of the logged losses are infinite or not a number"
    let split = main?.series.split == .training ? "training" : "validation"
    let rest =
      isTrainingSound
      ? ", \(count == 1 ? "a" : "all of them") validation loss\(count == 1 ? "" : "es"), while training loss stays finite."
      : before == nil
        ? ", and no finite loss was logged before." : "; the last finite \(split) loss before was {before}."
    return .found(
      Evidence(
        effect: isOnlyGaps ? 0.2 : endsFinite ? 0.6 : 1,
        severity: isOnlyGaps ? .mild : endsFinite ? .moderate : .severe,
        confidence: isOnlyGaps ? 0.4 : 0.98, onset: Onset(epoch: onset, interval: onset...onset),
        span: onset...max(last, onset), measurements: measurements,
        statement: subject + rest))
  }
}
