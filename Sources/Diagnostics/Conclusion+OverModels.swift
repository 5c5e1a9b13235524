import RunRecords

/// The verdict on a curve over models: by the one of the most training examples, or of the best value of a hyperparameter.
extension Conclusion {
  /// The fewest models that show a course.
  private static let leastModels = 3

  /// The validation score above which a model is taken to have learned, where nothing else tells.
  private static let leastScore = 0.5

  /// Why a curve over models shows no good fit.
  static func doubtOfModels(_ run: MeasuredRun) -> Phrase? {
    let axis = run.record.axis
    guard let models = ScoredModels(run) else {
      let missing =
        run.validationScore == nil
        ? "it has no validation score"
        : run.trainingScore == nil
          ? "it has no training score, without which a model that fits too little cannot be told from one that fits too much"
          : "it has not both of one metric"
      return Phrase(
        "A curve over \(axis.rawValue)s is judged by a training and a validation score, and \(missing).")
    }
    guard models.areShares else {
      return Phrase(
        """
        \(place(axis)) the training score is {training} and the validation score {validation}; how far apart is too far, \
        only scores from 0 to 1 tell.
        """, measurements(of: models.judged, axis))
    }
    guard models.models.count >= leastModels else {
      return Phrase(
        "The curve has {count} \(axis.rawValue)s with both scores; {needed} are needed to see its course.",
        [
          Measurement("count", "Models with both scores", Double(models.models.count), .count),
          Measurement("needed", "Models needed", Double(leastModels), .count),
        ])
    }
    guard models.confidence(run) >= Precedence.leastConfidence else {
      return Phrase(
        """
        \(place(axis)) the training score of {training} lies {gap} points above the validation \
        score of {validation}: neither clearly a gap nor clearly none.
        """, measurements(of: models.judged, axis))
    }
    guard models.judged.validation > leastScore else {
      return Phrase(
        """
        \(place(axis)) the validation score is {validation}, and nothing tells whether that is \
        little for this task.
        """, measurements(of: models.judged, axis))
    }
    return nil
  }

  /// What makes a curve over models one of a good fit.
  static func goodFit(_ models: ScoredModels, _ axis: RunAxis) -> Phrase {
    Phrase(
      """
      \(place(axis)) the validation score is {validation} and the training score {training}: what \
      is learned carries over; whether that level is good enough for the task, the curve cannot tell.
      """, measurements(of: models.judged, axis))
  }

  /// How a sentence names the judged model.
  private static func place(_ axis: RunAxis) -> String {
    axis == .trainingSize ? "With {position} training examples" : "At the best value, {position},"
  }

  private static func measurements(of model: ScoredModels.Model, _ axis: RunAxis) -> [Measurement] {
    [
      axis == .trainingSize
        ? Measurement("position", "Training examples", model.position, .count)
        : Measurement("position", "Best value", model.position, .value),
      Measurement("training", "Training score", model.training, .score),
      Measurement("validation", "Validation score", model.validation, .score),
      Measurement(
        "gap", "Distance of the two, in points", 100 * model.gap, .number,
        .below(100 * ScoredModels.mostGap)),
    ]
  }
}
