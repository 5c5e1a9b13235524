/// Which findings explain others away, and which one decides the verdict: the table of the diagnosis.
enum Precedence {
  /// A set of findings: all of a condition, or those of one rule.
  enum Sign: Sendable {
    case condition(Condition)
    case rule(String)

    func matches(_ finding: Finding) -> Bool {
      switch self {
      case .condition(let condition): finding.condition == condition
      case .rule(let id): finding.rule == id
      }
    }
  }

  /// One finding takes the place of others.
  struct Supersession: Sendable {
    let winner: Sign
    let losers: [Sign]
    let reason: String
  }

  /// A standing finding of at least this severity gives the verdict.
  struct Decision: Sendable {
    let sign: Sign
    let severity: Severity
    let verdict: Verdict
  }

  /// Findings less sure than this neither decide nor set others aside.
  static let leastConfidence = 0.5

  /// Findings that are less likely than this by the signals of the whole run do not stand.
  static let leastWeighedConfidence = 0.2

  /// What is said of a model that learned something.
  private static let ofLearning = [
    Condition.noSignal, .doubleDescent, .overfitting, .miscalibration, .generalizationGap, .underfitting,
    .stillImproving, .plateau, .instability, .validationQuality,
  ].map(Sign.condition)

  /// What a rise of the validation loss says more than, whatever the score does meanwhile.
  private static let lessThanRise: [Sign] = [
    .rule("widening-gap"), .rule("constant-gap"), .rule("score-gap"), .condition(.underfitting),
    .condition(.stillImproving), .condition(.plateau),
  ]

  /// In the order in which they are applied; a finding that is set aside sets nothing aside.
  static let supersessions = [
    Supersession(
      winner: .rule("non-finite-values"),
      losers: [
        .rule("exploding-loss"), .rule("loss-beyond-guessing"), .rule("thrown-out-at-once"),
        .condition(.notLearning),
      ],
      reason: "The loss left the finite numbers, which says more than how far it grew before."),
    Supersession(
      winner: .rule("exploding-loss"), losers: [.rule("loss-beyond-guessing"), .rule("thrown-out-at-once")],
      reason: "It grew in the log itself, or stands above a level that is known."),
    Supersession(
      winner: .rule("loss-beyond-guessing"), losers: [.rule("thrown-out-at-once")],
      reason: "It is the same sign, held against a level that is known."),
    Supersession(
      winner: .condition(.divergence), losers: [.condition(.notLearning)] + ofLearning,
      reason: "The run diverged; what its curves do besides is a consequence."),
    Supersession(
      winner: .rule("loss-stays-at-chance"),
      losers: [.rule("accuracy-never-changes"), .rule("training-loss-never-falls")],
      reason: "It is the same sign, held against a known level."),
    Supersession(
      winner: .rule("accuracy-never-changes"), losers: [.rule("training-loss-never-falls")],
      reason: "One answer to every input is why the loss does not fall."),
    Supersession(
      winner: .condition(.notLearning), losers: ofLearning,
      reason: "The model has not learned anything that could be overfit, improved or settled."),
    Supersession(
      winner: .condition(.noSignal),
      losers: [
        .condition(.generalizationGap), .condition(.underfitting), .condition(.stillImproving),
        .condition(.plateau),
      ],
      reason: "What the model learned does not show on the validation data at all."),
    Supersession(
      winner: .condition(.doubleDescent), losers: [.condition(.overfitting), .condition(.miscalibration)],
      reason: "The rise was the peak between two minima."),
    Supersession(
      winner: .condition(.overfitting), losers: lessThanRise,
      reason: "Validation loss rises, which is more than a gap."),
    Supersession(
      winner: .condition(.miscalibration), losers: lessThanRise,
      reason: "Validation loss rises, which is more than a gap."),
    Supersession(
      winner: .rule("widening-gap"),
      losers: [
        .rule("constant-gap"), .rule("score-gap"), .condition(.underfitting), .condition(.stillImproving),
        .condition(.plateau),
      ],
      reason: "Training loss falls on, so that the run has neither settled nor reached its limit."),
    Supersession(
      winner: .rule("memorised-training-data"),
      losers: [.rule("constant-gap"), .rule("score-gap"), .condition(.underfitting)],
      reason: "The gap comes from training examples that are all right."),
    Supersession(
      winner: .rule("vanishing-training-loss"),
      losers: [.rule("constant-gap"), .condition(.underfitting), .condition(.stillImproving)],
      reason: "Hardly anything is left in the training examples to learn from."),
    Supersession(
      winner: .rule("oscillating-loss"), losers: [.rule("loss-spikes"), .rule("noisy-validation")],
      reason: "The whole curve swings, so that single jumps mean nothing of their own."),
    Supersession(
      winner: .condition(.underfitting), losers: [.condition(.plateau)],
      reason: "The level of the plateau is known to be high."),
    Supersession(
      winner: .condition(.stillImproving), losers: [.condition(.plateau), .condition(.underfitting)],
      reason: "Validation loss still falls."),
  ]

  /// The first that matches decides; without one the run is a good fit, or inconclusive.
  ///
  /// Rising validation loss is overfitting of the loss also where the score holds (miscalibration), and a
  /// widening or memorised gap, or one of the scores, is overfitting in the textbooks' sense from moderate severity on.
  static let decisions = [
    Decision(sign: .condition(.divergence), severity: .mild, verdict: .diverged),
    Decision(sign: .condition(.notLearning), severity: .mild, verdict: .notLearning),
    Decision(sign: .condition(.noSignal), severity: .mild, verdict: .noSignal),
    Decision(sign: .condition(.instability), severity: .severe, verdict: .unstable),
    Decision(sign: .condition(.overfitting), severity: .mild, verdict: .overfitting),
    Decision(sign: .condition(.miscalibration), severity: .mild, verdict: .overfitting),
    Decision(sign: .rule("widening-gap"), severity: .moderate, verdict: .overfitting),
    Decision(sign: .rule("memorised-training-data"), severity: .moderate, verdict: .overfitting),
    Decision(sign: .rule("vanishing-training-loss"), severity: .moderate, verdict: .overfitting),
    Decision(sign: .rule("score-gap"), severity: .moderate, verdict: .overfitting),
    Decision(sign: .condition(.underfitting), severity: .mild, verdict: .underfitting),
    Decision(sign: .condition(.instability), severity: .moderate, verdict: .unstable),
    Decision(sign: .condition(.stillImproving), severity: .mild, verdict: .stillImproving),
  ]

  /// The place of a finding in the order of decisions; those that decide nothing come last.
  static func rank(of finding: Finding) -> Int {
    decisions.firstIndex { $0.sign.matches(finding) && finding.severity >= $0.severity } ?? decisions.count
  }

  /// The findings that stand, the most important first, and those that others explain away.
  ///
  /// - Parameters:
  ///   - isWeighed: Whether their confidences are those of the signals.
  ///   - areOfOneRun: Whether all speak of one model; of several, one explains nothing about another.
  static func resolve(
    _ findings: [Finding], isWeighed: Bool = false, areOfOneRun: Bool = true
  ) -> (standing: [Finding], setAside: [Diagnosis.SetAside]) {
    let unlikely = isWeighed ? findings.filter { $0.confidence < leastWeighedConfidence } : []
    var setAside = unlikely.map {
      Diagnosis.SetAside(finding: $0, by: "signals", reason: "The signals of the whole run speak against it.")
    }
    var standing =
      unlikely.isEmpty ? findings : findings.filter { $0.confidence >= leastWeighedConfidence }
    for supersession in areOfOneRun ? supersessions : [] {
      guard standing.count > 1,
        let winner = standing.first(where: {
          supersession.winner.matches($0) && $0.confidence >= leastConfidence
        })
      else { continue }
      let losing = standing.filter { finding in
        finding.rule != winner.rule && supersession.losers.contains { $0.matches(finding) }
      }
      if losing.isEmpty { continue }
      setAside += losing.map { Diagnosis.SetAside(finding: $0, by: winner.rule, reason: supersession.reason) }
      standing.removeAll { finding in losing.contains { $0.rule == finding.rule } }
    }
    guard standing.count > 1 else { return (standing, setAside) }
    let ordered = standing.enumerated().sorted { one, other in
      let left = (-rank(of: one.element), one.element.severity, one.element.confidence)
      let right = (-rank(of: other.element), other.element.severity, other.element.confidence)
      return left == right ? one.offset < other.offset : left > right
    }
    return (ordered.map(\.element), setAside)
  }

  /// The findings that the verdict denies, where the signals gave it and no finding could set them aside.
  static func contradicted(by verdict: Verdict, among standing: [Finding]) -> [Diagnosis.SetAside] {
    guard verdict == .stillImproving else { return [] }
    return standing.filter { $0.condition == .plateau || $0.rule == WideningGap.card.id }.map {
      Diagnosis.SetAside(
        finding: $0, by: "signals", reason: "By the signals of the whole run the validation loss still falls."
      )
    }
  }

  /// The finding that decides, with its verdict.
  static func decision(among standing: [Finding]) -> (finding: Finding, verdict: Verdict)? {
    for decision in decisions {
      let finding = standing.first {
        decision.sign.matches($0) && $0.severity >= decision.severity && $0.confidence >= leastConfidence
      }
      if let finding { return (finding, decision.verdict) }
    }
    return nil
  }
}
