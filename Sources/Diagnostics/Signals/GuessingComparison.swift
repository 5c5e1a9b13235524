/// The losses of a run beside those of a model that knows how frequent the classes are, and nothing else.
struct GuessingComparison: Sendable, Hashable {
  /// The loss of guessing on the validation data.
  let guessing: Double
  /// The loss of guessing on the training data, whose classes may have other shares.
  let trainingGuessing: Double
  /// The lowest validation loss, smoothed.
  let lowest: Double
  /// The training loss at the end.
  let training: Double
  /// The share of the way from guessing to all right that the best validation accuracy, smoothed, has behind it; 0 where
  /// none was logged.
  let skill: Double

  /// The share of the loss of guessing above which a validation loss shows nothing.
  static let mostOfValidation = 0.98
  /// The share of it below which a training loss shows that something was learned.
  static let mostOfTraining = 0.9
  /// The most skill of a model that is right by chance, or by naming the most frequent class.
  static let mostSkill = 0.3
  /// The shares of it between which a training loss is that of guessing.
  static let trainingShares = 0.95...1.1

  /// Compares the losses; `nil` where one is missing or the level of guessing is not known.
  init?(training: MeasuredRun.Curves, validation: MeasuredRun.Curves, _ chance: ChanceLevel?) {
    guard let chance, let loss = validation.loss, let end = training.loss?.tail,
      let lowest = loss.smoothed(width: 5).min()
    else { return nil }
    let classCount = (1 / chance.accuracy).rounded()
    func level(_ score: MeasuredCurve?) -> Double {
      let accuracy = score.flatMap { $0.series.metric.kind == .accuracy ? $0 : nil }
      return GuessingLevel.loss(
        classCount: classCount, accuracies: accuracy?.values, highest: accuracy?.smoothed(width: 5).max())
    }
    guessing = level(validation.score)
    trainingGuessing = level(training.score)
    self.lowest = lowest
    self.training = end
    let accuracy =
      validation.score.flatMap { $0.series.metric.kind == .accuracy ? $0.smoothed : nil } ?? []
    // A frequent class is named from the first epochs on.
    let named = max(chance.accuracy, accuracy.prefix(3).median() ?? 0)
    skill = max(0, ((accuracy.max() ?? 0) - named) / (1 - named))
  }

  /// Whether training learned something of which the validation data show nothing.
  var showsNoSignal: Bool {
    lowest > Self.mostOfValidation * guessing && skill <= Self.mostSkill
      && training <= Self.mostOfTraining * guessing
  }

  /// Whether the training loss ended where that of guessing is.
  var endsAtGuessing: Bool { Self.trainingShares.contains(training / trainingGuessing) }

  /// Whether training ended where guessing is, and no answers show otherwise.
  var showsNoLearning: Bool { endsAtGuessing && skill <= Self.mostSkill }
}
