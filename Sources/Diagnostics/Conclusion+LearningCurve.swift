/// The verdict on a curve over training sizes: by the model that was trained on the most examples.
extension Conclusion {
  /// The fewest training sizes that show a course.
  private static let leastSizes = 3

  /// The validation score above which a model is taken to have learned, where nothing else tells.
  private static let leastScore = 0.5

  /// Why a learning curve shows no good fit.
  static func doubtOfLearningCurve(_ run: MeasuredRun) -> Phrase? {
    guard let ends = LearningCurveEnds(run) else {
      return Phrase(
        "A curve over training sizes is judged by a training and a validation score from 0 to 1, and it has not both."
      )
    }
    guard run.length >= leastSizes else {
      return Phrase(
        "The curve has {count} training sizes; {needed} are needed to see its course.",
        [
          Measurement("count", "Training sizes", Double(run.length), .count),
          Measurement("needed", "Training sizes needed", Double(leastSizes), .count),
        ])
    }
    guard ends.confidence(run) >= Precedence.leastConfidence else {
      return Phrase(
        """
        With {examples} training examples the training score of {training} lies {gap} points above the validation \
        score of {validation}: neither clearly a gap nor clearly none.
        """, ends.measurements)
    }
    guard ends.validation > leastScore else {
      return Phrase(
        """
        With {examples} training examples the validation score is {validation}, and nothing tells whether that is \
        little for this task.
        """, ends.measurements)
    }
    return nil
  }

  /// What makes a learning curve one of a good fit.
  static func goodFit(_ ends: LearningCurveEnds) -> Phrase {
    Phrase(
      """
      With {examples} training examples the validation score is {validation} and the training score {training}: what \
      is learned carries over; whether that level is good enough for the task, the curve cannot tell.
      """, ends.measurements)
  }
}

extension LearningCurveEnds {
  fileprivate var measurements: [Measurement] {
    [
      Measurement("examples", "Training examples", examples, .count),
      Measurement("training", "Training score", training, .score),
      Measurement("validation", "Validation score", validation, .score),
      Measurement("gap", "Distance of the two, in points", 100 * gap, .number, .below(100 * Self.mostGap)),
    ]
  }
}
