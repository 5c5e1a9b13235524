import RunRecords

/// Over the values of a hyperparameter, both scores are low at one end of the range.
public struct TooSimpleAtOneEnd: Rule {
  public static let card = RuleCard(
    id: "too-simple-at-one-end", title: "Models at one end of the range underfit", condition: .underfitting,
    statement: """
      At {end} the training score is {training} and the validation score {validation}, against {bestTraining} and {best} \
      at the best value, {at}.
      """,
    rationale: """
      A hyperparameter that holds the model back, such as a small depth, a wide kernel or a large penalty, lowers the \
      training score together with the validation score: the model cannot tell the cases apart, and does as badly on \
      data that it has seen. Such values are on the wrong side of the best one. Which end that is, the curve says, not \
      the name of the hyperparameter.
      """,
    citations: [.goodfellow2016],
    remedies: [Remedy.refineSearch.because("A value like {end} holds the model back.")],
    fires: [
      RuleExample(
        "a kernel that is too wide", trainingAccuracy: [0.16, 0.83, 0.96, 0.99, 1],
        validationAccuracy: [0.17, 0.8, 0.93, 0.96, 0.97], axis: .hyperparameter),
      RuleExample(
        "a penalty that is too large", trainingAccuracy: [1, 0.97, 0.95, 0.8, 0.6],
        validationAccuracy: [0.9, 0.93, 0.92, 0.78, 0.59], axis: .hyperparameter),
    ],
    staysSilent: [
      RuleExample(
        "hardly lower", trainingAccuracy: [0.94, 0.96, 0.97, 0.98],
        validationAccuracy: [0.9, 0.92, 0.93, 0.93], axis: .hyperparameter),
      RuleExample(
        "low on the validation data alone", trainingAccuracy: [1, 1, 1, 1],
        validationAccuracy: [0.5, 0.8, 0.9, 0.92], axis: .hyperparameter),
      RuleExample(
        "the course of one run", trainingAccuracy: [0.16, 0.83, 0.96, 0.99, 1],
        validationAccuracy: [0.17, 0.8, 0.93, 0.96, 0.97]),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "below", \.below, in: 0...1,
      "How far both scores lie below those of the best value, where the scores are shares, else as a share of their range."
    ),
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Largest distance of the scores."),
  ]
  public var below = 0.05
  public var gap = 0.1

  public static let readsCurvesOverModels = true

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    guard run.record.axis == .hyperparameter else { return .notFound }
    guard let models = ScoredModels(run) else { return .notAssessable("no training and validation score") }
    let best = models.judged
    let found = models.atOneEnd {
      best.validation - $0.validation > below * models.unit
        && best.training - $0.training > below * models.unit
        && abs($0.gap) <= gap * models.unit
    }
    return found.map {
      .found(Evidence(atOneEnd: $0, of: models, in: run, below: below))
    } ?? .notFound
  }
}
