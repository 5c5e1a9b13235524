/// The reading of a validation accuracy that never climbs as that of one answer to every input: the most frequent class.
///
/// The other reading is a model that had learned by its first epoch, as one that was trained before on other data has.
struct OneAnswer: Sendable, Hashable {
  /// The share of the most frequent class.
  private let share: Double
  private let classCount: Double

  /// The share of the loss of guessing that the first epoch, which learns nothing by heart yet, has at least.
  private static let leastAtFirst = 0.9
  /// How much of the training data a model has to know by heart for that to show in its other answers.
  private static let leastByHeart = 0.1
  /// The share of a class beyond which the few others are learned by heart without a trace in other answers.
  private static let mostShare = 0.85
  /// The part of the expected fall of the validation accuracy that is none.
  private static let mostOfFall = 1.0 / 3
  /// The number of validation samples where it is not known.
  private static let usualSize = 500

  /// The reading at a level of guessing; `nil` where the accuracies show no share.
  init?(_ level: GuessingLevel, _ chance: ChanceLevel) {
    guard let share = level.share, let classCount = chance.classCount else { return nil }
    self.share = share
    self.classCount = Double(classCount)
  }

  /// Whether nothing in the curves speaks against it.
  ///
  /// - Parameter size: The number of validation samples, where it is known.
  func fits(training: MeasuredRun.Curves, validationAccuracy: MeasuredCurve?, size: Int?) -> Bool {
    !startsBelow(training) && !keepsRight(training.score, validationAccuracy, size)
  }

  /// Whether the training loss of the first epoch lies below that of guessing: on samples that the model had not seen
  /// before, only what carries over gets it there, or that the class is more frequent among the training data.
  private func startsBelow(_ training: MeasuredRun.Curves) -> Bool {
    guard let curve = training.loss, let epoch = curve.epochs.first, let first = curve.values.first,
      epoch <= 1
    else { return false }
    let right = max(share, training.score?.values.first ?? 0)
    let level = GuessingLevel.entropy(ofOneShare: min(right, 0.999), classCount: classCount)
    return first < Self.leastAtFirst * level
  }

  /// Whether the validation accuracy stays although training leaves the one answer.
  ///
  /// A model that has learned by heart a share d of the training data beyond the one answer gives as many other answers
  /// on new data, which are right as seldom as the other classes are: of the share p of the most frequent of K classes,
  /// the accuracy falls by d (p - (1 - p) / (K - 1)).
  private func keepsRight(_ training: MeasuredCurve?, _ validation: MeasuredCurve?, _ size: Int?) -> Bool {
    guard share <= Self.mostShare, let end = training?.tail, let values = validation?.values else {
      return false
    }
    let byHeart = end - share
    guard byHeart >= Self.leastByHeart else { return false }
    let expected = byHeart * (share - (1 - share) / max(classCount - 1, 1))
    let fall = share - values.suffix(max(values.count / 4, 3)).mean()
    let error = (byHeart / Double(max(size ?? Self.usualSize, 1))).squareRoot()
    return fall <= Self.mostOfFall * expected && expected - fall > 2 * error
  }
}
