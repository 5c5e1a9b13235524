/// What rules say of the models at one end of the values of a hyperparameter.
extension Evidence {
  /// The evidence of models whose validation scores lie below the best one.
  ///
  /// - Parameters:
  ///   - found: The models, that at the end of the range first; at least one.
  ///   - below: From which distance to the best validation score they count, in the unit of the models.
  init(atOneEnd found: [ScoredModels.Model], of models: ScoredModels, in run: MeasuredRun, below: Double) {
    let (end, edge, best) = (found[0], found[found.count - 1], models.judged)
    let lost = (best.validation - end.validation) / models.unit
    self.init(
      effect: min(lost, 1), severity: .info,
      confidence: run.confidence(of: lost, over: below, error: models.error),
      span: min(end.position, edge.position)...max(end.position, edge.position),
      measurements: [
        Measurement("end", "Value at the end of the range", end.position, .value),
        Measurement("training", "Training score there", end.training, .score),
        Measurement("validation", "Validation score there", end.validation, .score),
        Measurement("at", "Best value", best.position, .value),
        Measurement("bestTraining", "Training score of the best value", best.training, .score),
        Measurement("best", "Validation score of the best value", best.validation, .score),
      ])
  }
}
