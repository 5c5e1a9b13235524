/// The rules that a diagnosis examines, with their parameters.
public struct RuleBook: Sendable {
  public internal(set) var rules: [any Rule]

  /// Creates a book of rules, each at most once.
  public init(_ rules: [any Rule]) {
    self.rules = rules
  }

  /// Every rule of `Rules/`, with its standard parameters.
  public static let standard = RuleBook([
    NonFiniteValues(), ExplodingLoss(),
    LossStaysAtChance(), AccuracyNeverChanges(), TrainingLossNeverFalls(),
    RisingValidationLoss(), LossUpAccuracyHolds(), SecondDescent(),
    WideningGap(), ConstantGap(), MemorisedTrainingData(),
    OscillatingLoss(), LossSpikes(),
    BothLossesHigh(), ValidationStillFalling(), Plateau(),
    MissingValidationLoss(), NoisyValidation(), ValidationBelowTraining(), LogProblems(),
  ])

  /// The card of a rule; `nil` where the book has none of that name.
  public func card(for id: String) -> RuleCard? {
    rules.map(\.card).first { $0.id == id }
  }

  /// What every rule has to say about a run, in the order of the book.
  public func examine(_ run: MeasuredRun) -> [(card: RuleCard, outcome: RuleOutcome)] {
    rules.map { ($0.card, $0.examine(run)) }
  }
}

extension Rule {
  /// The card of the rule's type.
  public var card: RuleCard { Self.card }
}
