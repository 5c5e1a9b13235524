import RunRecords

/// Where a curve over training sizes ends: the scores of the model that was trained on the most examples.
struct LearningCurveEnds: Sendable {
  let examples: Double
  let training: Double
  let validation: Double
  /// The larger scatter of the two curves, of which the ends are single values.
  let error: Double

  /// The distance that a good fit leaves between the scores.
  static let mostGap = 0.1

  /// The ends of a learning curve with two scores from 0 to 1; `nil` for any other run.
  init?(_ run: MeasuredRun) {
    guard run.record.axis == .trainingSize, let score = run.validationScore, let other = run.trainingScore,
      score.isShare, other.isShare, let examples = score.lastEpoch,
      let validation = score.values.last,
      let training = other.values.last
    else { return nil }
    self.examples = examples
    self.training = training
    self.validation = validation
    error = max(score.noise, other.noise, 0.01)
  }

  var gap: Double { training - validation }

  /// How sure it is that the gap is no larger than a good fit leaves.
  func confidence(_ run: MeasuredRun) -> Double {
    run.confidence(of: Self.mostGap - gap, over: 0, error: error)
  }
}
