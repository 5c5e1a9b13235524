import RunRecords

/// A run record with its signals measured, so that every rule looks at the same numbers.
///
/// It never changes; it is a class so that a rule gets it without a copy of every curve.
public final class MeasuredRun: Sendable {
  public let record: RunRecord
  public let trainingLoss: MeasuredCurve?
  public let validationLoss: MeasuredCurve?
  public let trainingScore: MeasuredCurve?
  public let validationScore: MeasuredCurve?
  public let chance: ChanceLevel?
  /// The number of values of the longest judged loss, or score where there is no loss: how long the run is for a
  /// judgement.
  public let length: Int
  /// The last epoch at which a loss was logged, or a score where there is no loss.
  public let lastEpoch: Double?
  /// The judged losses that there are, that of training first.
  let losses: [MeasuredCurve]
  /// The judged scores that there are, that of training first.
  let scores: [MeasuredCurve]
  /// The distance between the judged losses; `nil` where they cannot be compared.
  let lossGap: LossGap?
  /// The losses beside those of guessing; `nil` where they cannot be compared.
  let guessing: GuessingComparison?

  /// Measures the judged losses and scores of a record once.
  ///
  /// The judged losses are the first of each split. The judged score is the first accuracy, else the
  /// first other score; the training score is the one of the same metric.
  public init(_ record: RunRecord) {
    self.record = record
    let validationLoss = record.first(.loss, .validation).flatMap { $0.isZeroThroughout ? nil : $0 }
    let trainingLoss = validationLoss.flatMap { record.counterpart(of: $0) } ?? record.first(.loss, .training)
    self.validationLoss = validationLoss.map(MeasuredCurve.init)
    self.trainingLoss = trainingLoss.map(MeasuredCurve.init)
    lossGap = LossGap(
      training: self.trainingLoss, validation: self.validationLoss,
      isRunning: record.facts.trainingLossMode == .running)
    let validationScore = record.first(.accuracy, .validation) ?? record.first(.score, .validation)
    let trainingScore =
      validationScore.map { record.counterpart(of: $0) }
      ?? record.first(.accuracy, .training) ?? record.first(.score, .training)
    self.validationScore = validationScore.map(MeasuredCurve.init)
    self.trainingScore = trainingScore.map(MeasuredCurve.init)
    losses = [self.trainingLoss, self.validationLoss].compactMap { $0 }
    scores = [self.trainingScore, self.validationScore].compactMap { $0 }
    let longest = losses.map { $0.count }.max() ?? 0
    length = longest > 0 ? longest : scores.map { $0.count }.max() ?? 0
    lastEpoch =
      losses.compactMap { $0.series.epochs.last }.max() ?? scores.compactMap { $0.series.epochs.last }.max()
    let accuracies = scores.filter { $0.isAccuracy }
    chance = ChanceLevel(
      facts: record.facts,
      first: ChanceLevel.Reading(
        losses: losses.compactMap { $0.values.first },
        accuracies: accuracies.prefix(1).compactMap { $0.values.first }
      ),
      last: ChanceLevel.Reading(
        losses: losses.compactMap { $0.tail }, accuracies: accuracies.compactMap { $0.tail }))
    guessing = GuessingComparison(
      training: (self.trainingLoss, self.trainingScore),
      validation: (self.validationLoss, self.validationScore), chance,
      validationSize: record.facts.validationSize)
  }

  /// Whether the log proves that the model has learned something about its inputs.
  var showsLearning: Bool {
    Self.provesLearning(
      training: (trainingLoss, trainingScore), validation: (validationLoss, validationScore), chance)
  }

  /// The curves in the order of a report: judged losses, judged scores, learning rate, gradient norm.
  var curves: [MeasuredCurve] {
    var curves = losses + scores
    for kind in [Metric.Kind.learningRate, .gradientNorm] {
      if let series = record.series.first(where: { $0.metric.kind == kind }) {
        curves.append(MeasuredCurve(series))
      }
    }
    return curves
  }
}

extension RunRecord {
  /// The training series of the same metric as a validation series.
  fileprivate func counterpart(of series: MetricSeries) -> MetricSeries? {
    self.series.first { $0.split == .training && $0.metric.name == series.metric.name }
  }
}
