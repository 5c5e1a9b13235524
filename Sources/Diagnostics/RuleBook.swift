/// The rules that a diagnosis examines, with their parameters, and the scorecards that weigh the signals.
public struct RuleBook: Sendable {
  public internal(set) var rules: [any Rule]
  /// By what the signals of a run are weighed; `nil` leaves the verdict to the rules alone.
  public var scorecards: ScorecardSet?
  /// The conditions of rules whose parameters were set: what whoever set them says goes, so that the signals do not speak
  /// where such a rule is silent.
  var adjusted: Set<Condition> = []

  /// Creates a book of rules, each at most once.
  public init(_ rules: [any Rule], scorecards: ScorecardSet? = .fitted) {
    self.rules = rules
    self.scorecards = scorecards
  }

  /// Every rule of `Rules/`, with its standard parameters.
  public static let standard = RuleBook([
    NonFiniteValues(), ExplodingLoss(), LossBeyondGuessing(), ThrownOutAtOnce(),
    LossStaysAtChance(), AccuracyNeverChanges(), TrainingLossNeverFalls(), NothingCarriesOver(),
    RisingValidationLoss(), LossUpAccuracyHolds(), SecondDescent(),
    WideningGap(), ConstantGap(), MemorisedTrainingData(), VanishingTrainingLoss(),
    OscillatingLoss(), LossSpikes(),
    BothLossesHigh(), ValidationStillFalling(), FallingEveryTime(), Plateau(),
    FallingValidationScore(), ScoreGap(), BothScoresLow(), ScoreStillRising(), MoreDataStillHelps(),
    BestAtTheEdge(), TooSimpleAtOneEnd(), ByHeartAtOneEnd(),
    MissingValidationLoss(), NoisyValidation(), ValidationBelowTraining(), ShortLog(), LogProblems(),
  ])

  /// The card of a rule; `nil` where the book has none of that name.
  public func card(for id: String) -> RuleCard? {
    rules.map(\.card).first { $0.id == id }
  }

  /// The rules that have something to say about a run, in the order of the book: all of them, but of a curve over models
  /// only those that can read one.
  public func rules(for run: MeasuredRun) -> [any Rule] {
    run.record.axis.isOverModels ? rules.filter { type(of: $0).readsCurvesOverModels } : rules
  }
}

extension Rule {
  /// The card of the rule's type.
  public var card: RuleCard { Self.card }
}
