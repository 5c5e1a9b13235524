/// The losses of a run beside those of a model that knows how frequent the classes are, and nothing else.
struct GuessingComparison: Sendable, Hashable {
  /// The loss of guessing on the validation data.
  let guessing: Double
  /// The lowest validation loss, smoothed.
  let lowest: Double
  /// The training loss at the end.
  let training: Double
  /// The share of the way from guessing to all right that the best validation accuracy, smoothed, has behind it; 0 where
  /// none was logged.
  let skill: Double
  /// The same of the validation accuracy at the end, which a run that unlearned all has lost again.
  let skillAtEnd: Double
  private let validationLevel: GuessingLevel
  /// Whether the share of the most frequent class that the validation accuracy may show fits the other curves.
  private let isOneAnswer: Bool
  /// The level of guessing on the training data, whose classes may have other shares.
  private let trainingLevel: GuessingLevel
  /// How far the lowest validation loss may lie off the level of guessing by the choice of validation samples alone, as a
  /// share of it.
  private let samplingError: Double

  /// The share of the loss of guessing above which a validation loss shows nothing.
  static let mostOfValidation = 0.98
  /// The share of it below which a training loss shows that something was learned.
  static let mostOfTraining = 0.9
  /// The most skill of a model that is right by chance, or by naming the most frequent class.
  static let mostSkill = 0.3
  /// The shares of it between which a training loss is that of guessing.
  static let trainingShares = 0.95...1.1

  /// How far a training accuracy falls at most of a run that keeps what it learned.
  private static let mostLost = 0.1

  /// The sampling error where the number of validation samples is not known.
  private static let usualError = 0.03

  /// The sampling error of a validation loss as a share of it, for losses of single samples with a standard deviation of
  /// half the mean, as those of a model a little better than guessing have.
  static func samplingError(size: Int) -> Double { 0.5 / Double(max(size, 1)).squareRoot() }

  /// Compares the losses; `nil` where one is missing or the level of guessing is not known.
  init?(
    training: MeasuredRun.Curves, validation: MeasuredRun.Curves, _ chance: ChanceLevel?,
    validationSize: Int?
  ) {
    guard let chance, let loss = validation.loss, let end = training.loss?.tail,
      let lowest = loss.smoothed(width: 5).min()
    else { return nil }
    func accuracy(_ score: MeasuredCurve?) -> MeasuredCurve? { score?.isAccuracy == true ? score : nil }
    func level(_ curve: MeasuredCurve?, unlearns: Bool) -> GuessingLevel {
      let highest = curve?.smoothed(width: 5).max()
      // What a run was right in before it unlearned is no share of a class.
      if unlearns, let curve, let highest, let end = curve.tail, end < highest - Self.mostLost {
        return chance.guessing(accuracies: Array(curve.values.suffix((curve.count + 1) / 2)))
      }
      return chance.guessing(accuracies: curve?.values, highest: highest)
    }
    let curve = accuracy(validation.score)
    validationLevel = level(curve, unlearns: false)
    let oneAnswer = OneAnswer(validationLevel, chance)
    isOneAnswer =
      oneAnswer?.fits(
        training: (training.loss, accuracy(training.score)), validationAccuracy: curve, size: validationSize)
      ?? true
    trainingLevel = level(accuracy(training.score), unlearns: true)
    guessing = isOneAnswer ? validationLevel.loss : chance.loss
    self.lowest = lowest
    self.training = end
    samplingError = validationSize.map { Self.samplingError(size: $0) } ?? Self.usualError
    let smoothed = curve?.smoothed ?? []
    // A frequent class is named from the first epochs on.
    let named = max(chance.accuracy ?? 0, smoothed.prefix(3).median() ?? 0)
    // Where all answers were right from the start on, no way was left to go.
    func way(to accuracy: Double) -> Double { named < 1 ? max(0, (accuracy - named) / (1 - named)) : 0 }
    skill = way(to: smoothed.max() ?? 0)
    skillAtEnd = way(to: curve?.tail ?? 0)
  }

  /// The logarithm of the level of guessing over the least that it may be.
  var doubt: Double { (validationLevel.loss / validationLevel.least).naturalLog }

  /// Whether training learned something of which the validation data show nothing.
  var showsNoSignal: Bool { hasLearned && lowest > Self.mostOfValidation * guessing }

  /// Whether training learned something that may not carry over.
  private var hasLearned: Bool {
    skill <= Self.mostSkill && training <= Self.mostOfTraining * guessing
  }

  /// How surely training learned something of which the validation data show nothing, from 0 to 1: with the error that
  /// the choice of validation samples makes, and by the mean of two levels: that of equal shares of the classes that are
  /// not known to be frequent, and that of shares which fall.
  var noSignal: Double {
    guard hasLearned else { return 0 }
    let levels = [guessing, isOneAnswer ? validationLevel.usual : guessing]
    let chances = levels.map {
      ((lowest / (Self.mostOfValidation * $0) - 1) / samplingError).normalProbability
    }
    return (chances[0] + chances[1]) / 2
  }

  /// Whether training ended where guessing is, and the answers do not show otherwise: 1 or 0; `nil` where the shares of the
  /// classes leave that open.
  var noLearning: Double? {
    let level = trainingLevel
    guard skillAtEnd <= Self.mostSkill else { return 0 }
    let shares = Self.trainingShares
    if shares.contains(training / level.loss) { return 1 }
    let isOpen =
      level.knowsShare && training > shares.lowerBound * level.least
      && training < shares.upperBound * level.loss
    return isOpen ? nil : 0
  }
}
