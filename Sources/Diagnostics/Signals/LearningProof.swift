import RunRecords

extension MeasuredRun {
  /// The judged loss and score of one split.
  typealias Curves = (loss: MeasuredCurve?, score: MeasuredCurve?)

  /// Whether the log proves that the model has learned something about its inputs.
  ///
  /// An accuracy that rose after the first epochs proves it, and so does a loss below the least entropy
  /// that goes with the accuracy: without looking at the inputs no model gets there. A loss alone proves
  /// it where the level of guessing is known.
  static func provesLearning(training: Curves, validation: Curves, _ chance: ChanceLevel?) -> Bool {
    func isProved(by curves: Curves) -> Bool {
      guard let score = curves.score, score.isAccuracy, let end = score.tail else {
        return false
      }
      if score.rises(to: end) { return true }
      guard let level = ChanceLevel.leastEntropy(accuracy: end), let lossEnd = curves.loss?.tail else {
        return false
      }
      return lossEnd < provingShare * level
    }
    if isProved(by: training) || isProved(by: validation) { return true }
    guard let chance, let end = training.loss?.tail, end < 0.85 * chance.loss else { return false }
    func isAtOneAnswer(_ score: MeasuredCurve?) -> Bool { score?.steadyShare.map { $0 >= 0.9 } ?? false }
    return !isAtOneAnswer(training.score) && !isAtOneAnswer(validation.score)
  }

  /// Whether the validation loss, or the training loss, never came clearly below that of guessing, where that is known.
  func isNearChance(training: Bool = false) -> Bool {
    guard let chance, let lowest = (training ? trainingLoss : validationLoss)?.smoothed.min() else {
      return false
    }
    return lowest > 0.95 * chance.loss
  }

  /// The share of the least entropy below which a loss is no accident of rounding or of a few samples.
  static let provingShare = 0.95
}

extension MeasuredCurve {
  /// The level after the first epochs: the median of the second to fourth value.
  var early: Double? { values.dropFirst().prefix(3).median() }

  /// Whether an accuracy rose clearly after the first epochs: by more than 5 points, or by 2 points in a
  /// trend that chance gives once in 200 runs.
  fileprivate func rises(to end: Double) -> Bool {
    guard let early else { return false }
    if end - early > max(0.05, 2 * noise) { return true }
    guard end - early > 0.02, count >= 8 else { return false }
    return MannKendallTest(points(from: 1, through: count - 1, limit: 100).values)
      .rises(beyond: MannKendallTest.deviateOf99Point5Percent)
  }

  /// The share of the values after the first that equal one value to four decimals, 0 if that is less than the half,
  /// for curves of at least eight.
  var steadyShare: Double? {
    guard count >= 8 else { return nil }
    return values.dropFirst().majorityShare
  }
}

extension MeasuredRun {
  /// Whether so many answers were right at some time that the model may have learned before the log began.
  var startsWell: Bool {
    scores.contains { $0.isAccuracy && ($0.smoothed.max() ?? 0) > 0.3 }
  }
}
