import RunRecords

/// Over the values of a hyperparameter, the training score stays high at one end of the range while the validation score
/// falls.
public struct ByHeartAtOneEnd: Rule {
  public static let card = RuleCard(
    id: "by-heart-at-one-end", title: "Models at one end of the range overfit",
    condition: .generalizationGap,
    statement: """
      At {end} the training score is {training} and the validation score {validation}, against {bestTraining} and {best} \
      at the best value, {at}.
      """,
    rationale: """
      A hyperparameter that gives the model freedom, such as a large depth, a narrow kernel or a small penalty, lets it \
      learn the training data by heart: their score stays as high as with the best value or rises, while that of the \
      validation data falls. Such values are beyond the best one.
      """,
    citations: [.goodfellow2016],
    remedies: [Remedy.refineSearch.because("A value like {end} lets the model learn by heart.")],
    fires: [
      RuleExample(
        "a kernel that is too narrow", trainingAccuracy: [0.83, 0.96, 1, 1, 1],
        validationAccuracy: [0.8, 0.93, 0.97, 0.46, 0.1], axis: .hyperparameter)
    ],
    staysSilent: [
      RuleExample(
        "a penalty that is too large", trainingAccuracy: [0.97, 0.95, 0.8, 0.6],
        validationAccuracy: [0.93, 0.92, 0.78, 0.59], axis: .hyperparameter),
      RuleExample(
        "hardly lower", trainingAccuracy: [0.94, 0.98, 1, 1],
        validationAccuracy: [0.9, 0.93, 0.92, 0.91], axis: .hyperparameter),
      RuleExample(
        "over training sizes", trainingAccuracy: [1, 1, 1, 1],
        validationAccuracy: [0.5, 0.8, 0.9, 0.92], axis: .trainingSize),
    ])

  public static let parameters = [
    RuleParameter<Self>(
      "below", \.below, in: 0...1,
      "How far the validation score lies below that of the best value, where the scores are shares, else as a share of their range."
    ),
    RuleParameter<Self>("gap", \.gap, in: 0...1, "Distance of the scores from which it counts."),
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
      best.validation - $0.validation > below * models.unit && $0.gap > gap * models.unit
        && $0.training >= best.training - models.error * models.unit
    }
    return found.map {
      .found(Evidence(atOneEnd: $0, of: models, in: run, below: below))
    } ?? .notFound
  }
}
