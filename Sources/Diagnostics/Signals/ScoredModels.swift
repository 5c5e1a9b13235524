import RunRecords

/// The models of a curve over models, each with its score on the training and on the validation data.
struct ScoredModels: Sendable {
  struct Model: Sendable {
    /// The training size, or the value of the hyperparameter.
    let position: Double
    let training: Double
    let validation: Double

    var gap: Double { training - validation }
  }

  /// By position, rising.
  let models: [Model]
  /// The model that the verdict speaks of: over training sizes the one of the most examples, over the values of a
  /// hyperparameter the one with the best validation score, of equal ones that with the lowest training score.
  let judged: Model
  /// Whether the scores are shares of what could be reached.
  let areShares: Bool
  /// What distances are measured in: 1 for shares, else the range of all scores.
  let unit: Double
  /// How far a score may be off, in the unit.
  let error: Double

  /// The distance that a good fit leaves between the scores, where they are shares.
  static let mostGap = 0.1
  /// How far a score is off at least, in the unit.
  private static let leastError = 0.01

  /// The models of a curve with a training and a validation score; `nil` for any other run.
  init?(_ run: MeasuredRun) {
    guard run.record.axis.isOverModels, let validation = run.validationScore,
      let training = run.trainingScore,
      validation.isHigherBetter,
      validation.series.metric.name == training.series.metric.name
    else { return nil }
    let trainingScores = Dictionary(zip(training.epochs, training.values)) { $1 }
    models = zip(validation.epochs, validation.values).compactMap { position, score in
      trainingScores[position].map { Model(position: position, training: $0, validation: score) }
    }
    let isOverSizes = run.record.axis == .trainingSize
    let chosen =
      isOverSizes
      ? models.last
      : models.max { ($0.validation, -$0.training) < ($1.validation, -$1.training) }
    let scores = models.flatMap { [$0.training, $0.validation] }
    guard let chosen, let lowest = scores.min(), let highest = scores.max() else { return nil }
    judged = chosen
    // A coefficient of determination is a share too, and below zero for a model worse than the mean.
    areShares = highest <= 1 && chosen.validation >= 0 && chosen.training >= 0
    unit = areShares ? 1 : highest - lowest
    // Neighbouring values of a hyperparameter give different models: what lies between their scores is no noise.
    let noise = isOverSizes && unit > 0 ? max(validation.noise, training.noise) / unit : 0
    error = max(noise, Self.leastError)
  }

  /// How sure it is that the gap of the judged model is no larger than a good fit leaves.
  func confidence(_ run: MeasuredRun) -> Double {
    run.confidence(of: Self.mostGap - judged.gap, over: 0, error: error)
  }

  /// The models from one end of the range up to the judged one that share something, seen from that end: at the end where
  /// there are more of them.
  func atOneEnd(where isAlike: (Model) -> Bool) -> [Model]? {
    let ends = [Array(models.prefix(while: isAlike)), Array(models.reversed().prefix(while: isAlike))]
    let longest = ends[1].count > ends[0].count ? ends[1] : ends[0]
    return longest.isEmpty ? nil : longest
  }
}
