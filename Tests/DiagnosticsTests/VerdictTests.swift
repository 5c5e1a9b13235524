import RunRecords
import Testing

@testable import Diagnostics

@Suite struct `The verdict` {
  static let falling = decay(from: 2.3, to: 0.4, over: 60, half: 3)

  static let table: [(String, RunRecord, Verdict)] = [
    ("two settled curves", makeRun(training: falling, validation: falling.map { $0 * 1.1 }), .goodFit),
    (
      "a valley under a falling training loss",
      makeRun(
        training: decay(from: 2.3, to: 0.05, over: 40, half: 6),
        validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)), .overfitting
    ),
    (
      "a valley while accuracy holds",
      makeRun(
        training: decay(from: 2.3, to: 0.05, over: 40, half: 6),
        validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40),
        validationAccuracy: decay(from: 0.1, to: 0.85, over: 40, half: 4)), .overfitting
    ),
    (
      "a validation loss cut off in its fall",
      makeRun(
        training: decay(from: 2.3, to: 0.2, over: 30, half: 20),
        validation: decay(from: 2.3, to: 0.3, over: 30, half: 20)), .stillImproving
    ),
    (
      "four values, each of them lower",
      makeRun(training: [2.3, 2.1, 1.9, 1.7], validation: [2.2, 1.9, 1.7, 1.5]), .stillImproving
    ),
    (
      "four values that hardly fell at the end",
      makeRun(training: [1, 0.6, 0.5, 0.49], validation: [1, 0.65, 0.57, 0.56]), .inconclusive
    ),
    (
      "four values far beyond guessing",
      makeRun(
        training: [1e8, 2000, 1700, 2200], validation: [2000, 2150, 2030, 2050],
        validationAccuracy: [0.11, 0.09, 0.11, 0.1]), .diverged
    ),
    (
      "one huge value, and scatter ever after",
      makeRun(training: [6e21] + noisy([Double](repeating: 550, count: 9), by: 0.1, seed: 1)), .diverged
    ),
    (
      "next to nothing left to learn from, though the validation loss still falls",
      makeRun(
        training: decay(from: 0.9, to: 0.0003, over: 60, half: 4),
        validation: decay(from: 2.4, to: 1.6, over: 60, half: 20)), .overfitting
    ),
    (
      "infinite from the middle on",
      makeRun(
        training: Array(falling.prefix(20)) + [.infinity, .nan, .nan], validation: Array(falling.prefix(23))),
      .diverged
    ),
    ("training loss growing", makeRun(training: (1...20).map { 1 + 0.3 * Double($0) }), .diverged),
    (
      "a flat training loss",
      makeRun(
        training: noisy([Double](repeating: 1.3, count: 30), by: 0.01, seed: 1),
        validation: noisy([Double](repeating: 1.3, count: 30), by: 0.01, seed: 2)), .notLearning
    ),
    (
      "a loss at ln 10",
      makeRun(
        training: noisy([Double](repeating: 2.3026, count: 30), by: 0.003, seed: 1),
        validation: noisy([Double](repeating: 2.3026, count: 30), by: 0.003, seed: 2),
        facts: RunFacts(classCount: 10)), .notLearning
    ),
    (
      "settled at a level little better than guessing",
      makeRun(
        training: noisy(decay(from: 2.3, to: 1.9, over: 40, half: 2), by: 0.003, seed: 1),
        validation: noisy(decay(from: 2.3, to: 1.95, over: 40, half: 2), by: 0.003, seed: 2),
        facts: RunFacts(classCount: 10)), .underfitting
    ),
    (
      "swings as large as the loss itself",
      makeRun(
        training: (0..<40).map { $0.isMultiple(of: 2) ? 1.4 : 0.3 },
        validation: (0..<40).map { $0.isMultiple(of: 2) ? 1.5 : 0.35 }), .unstable
    ),
    (
      "class shares counted and no more, with nothing known about them",
      makeRun(
        training: noisy(decay(from: 2.1, to: 1.37, over: 40, half: 1), by: 0.004, seed: 1),
        validation: noisy(decay(from: 1.9, to: 1.38, over: 40, half: 1), by: 0.004, seed: 2),
        trainingAccuracy: [Double](repeating: 0.388, count: 40),
        validationAccuracy: [Double](repeating: 0.4, count: 40)), .notLearning
    ),
    (
      "a loss that stands still after its first fall, and no accuracy",
      makeRun(
        training: [29] + noisy([Double](repeating: 1.03, count: 39), by: 0.003, seed: 1),
        validation: [3] + noisy([Double](repeating: 1.01, count: 39), by: 0.003, seed: 2)), .inconclusive
    ),
    (
      "an accuracy above that of guesses with the same loss, but flat",
      makeRun(
        training: noisy([Double](repeating: 1.19, count: 40), by: 0.01, seed: 1),
        validation: noisy([Double](repeating: 1.17, count: 40), by: 0.01, seed: 2),
        trainingAccuracy: noisy([Double](repeating: 0.45, count: 40), by: 0.02, seed: 3)), .inconclusive
    ),
    (
      "a fine-tuned model that had little left to learn",
      makeRun(
        training: noisy(decay(from: 0.21, to: 0.17, over: 30, half: 4), by: 0.004, seed: 1),
        validation: noisy(decay(from: 0.22, to: 0.19, over: 30, half: 2), by: 0.004, seed: 2),
        trainingAccuracy: noisy([Double](repeating: 0.935, count: 30), by: 0.002, seed: 3),
        validationAccuracy: noisy([Double](repeating: 0.93, count: 30), by: 0.002, seed: 4)), .goodFit
    ),
    (
      "what was learned and lost again, no level known",
      makeRun(
        training: valley(from: 3, low: 1, turn: 12, to: 1.8, over: 24)
          + noisy([Double](repeating: 1.8, count: 16), by: 0.01, seed: 1),
        validation: valley(from: 3, low: 1.1, turn: 12, to: 1.9, over: 24)
          + noisy([Double](repeating: 1.9, count: 16), by: 0.01, seed: 2)), .inconclusive
    ),
    (
      "a training accuracy that was lost again under a steady loss",
      makeRun(
        training: noisy(decay(from: 1.6, to: 0.9, over: 40, half: 3), by: 0.01, seed: 1),
        validation: noisy(decay(from: 1.6, to: 1, over: 40, half: 3), by: 0.01, seed: 2),
        trainingAccuracy: valley(from: 0.35, low: 0.65, turn: 10, to: 0.4, over: 40)), .inconclusive
    ),
    (
      "all training examples right, half of the others, and a loss that falls slowly",
      makeRun(
        training: decay(from: 1.2, to: 0.004, over: 60, half: 2),
        validation: decay(from: 2.1, to: 1.5, over: 60, half: 10),
        trainingAccuracy: [0.7] + [Double](repeating: 1, count: 59),
        validationAccuracy: noisy([Double](repeating: 0.49, count: 60), by: 0.01, seed: 1)), .overfitting
    ),
    (
      "thrown out in the first epoch, at an accuracy of guesses",
      makeRun(
        training: [4e12] + noisy([Double](repeating: 560, count: 6), by: 0.1, seed: 1),
        validation: noisy([Double](repeating: 580, count: 7), by: 0.1, seed: 2),
        trainingAccuracy: noisy([Double](repeating: 0.1, count: 7), by: 0.05, seed: 3)), .diverged
    ),
    ("no validation loss", makeRun(training: falling), .inconclusive),
    (
      "a validation accuracy that settles, and no validation loss",
      makeRun(training: falling, validationAccuracy: decay(from: 0.1, to: 0.9, over: 60, half: 3)), .goodFit
    ),
    (
      "a validation accuracy that falls again, and no validation loss",
      makeRun(
        training: falling, validationAccuracy: valley(from: 0.1, low: 0.85, turn: 20, to: 0.7, over: 60)),
      .overfitting
    ),
    (
      "a validation accuracy far below that of training, and no validation loss",
      makeRun(
        training: falling, trainingAccuracy: decay(from: 0.1, to: 0.95, over: 60, half: 3),
        validationAccuracy: decay(from: 0.1, to: 0.7, over: 60, half: 3)), .overfitting
    ),
    (
      "a validation accuracy cut off in its rise, and no validation loss",
      makeRun(
        training: decay(from: 2.3, to: 0.2, over: 30, half: 20),
        validationAccuracy: decay(from: 0.1, to: 0.9, over: 30, half: 20)), .stillImproving
    ),
    (
      "two validation accuracies, and no validation loss",
      makeRun(training: falling, validationAccuracy: [0.5, 0.8], every: 30), .inconclusive
    ),
    (
      "a loss that falls steadily, and is hardly below that of guessing at the end",
      makeRun(
        training: (0..<40).map { 2.3016 - 0.0009 * Double($0) },
        validation: (0..<40).map { 2.3018 - 0.00085 * Double($0) },
        trainingAccuracy: decay(from: 0.2, to: 0.66, over: 40, half: 6),
        validationAccuracy: decay(from: 0.18, to: 0.64, over: 40, half: 6)), .stillImproving
    ),
    (
      "six epochs, each with a clearly lower loss",
      makeRun(training: [2, 1.5, 1.15, 0.9, 0.7, 0.56], validation: [2.1, 1.6, 1.25, 1, 0.8, 0.66]),
      .stillImproving
    ),
    (
      "too few epochs", makeRun(training: [2, 1.5, 1.4, 1.35], validation: [2, 1.6, 1.5, 1.45]), .inconclusive
    ),
    (
      "a validation accuracy alone",
      makeRun(validationAccuracy: decay(from: 0.1, to: 0.9, over: 60, half: 3)), .inconclusive
    ),
    (
      "a validation loss alone that rises",
      makeRun(validation: noisy(valley(from: 2.3, low: 0.7, turn: 13, to: 1.1, over: 40), by: 0.03, seed: 1)),
      .overfitting
    ),
    (
      "a validation loss alone that hardly moves",
      makeRun(validation: noisy(decay(from: 2.3, to: 2.2, over: 40, half: 6), by: 0.002, seed: 1)),
      .inconclusive
    ),
    (
      "validation at guessing while training learns",
      makeRun(
        training: decay(from: 2.31, to: 1.2, over: 40, half: 8),
        validation: (0..<40).map { 2.31 - 0.0005 * Double($0) },
        validationAccuracy: noisy([Double](repeating: 0.1, count: 40), by: 0.05, seed: 2),
        facts: RunFacts(classCount: 10)), .noSignal
    ),
    (
      "values learned by heart, whose variance is known",
      makeRun(
        training: decay(from: 1.1, to: 0.2, over: 40, half: 8),
        validation: noisy((0..<40).map { 1.02 + 0.004 * Double($0) }, by: 0.005, seed: 2),
        facts: RunFacts(guessingLoss: 1)), .noSignal
    ),
    (
      "a loss that stays at the variance of the values",
      makeRun(
        training: noisy([Double](repeating: 16.1, count: 40), by: 0.01, seed: 1),
        validation: noisy([Double](repeating: 16, count: 40), by: 0.01, seed: 2),
        facts: RunFacts(guessingLoss: 16)), .notLearning
    ),
    ("nothing at all", makeRun(), .inconclusive),
    ("nothing finite", makeRun(training: [.nan, .nan, .nan]), .diverged),
    (
      "noise that would hide any rise",
      makeRun(training: falling, validation: noisy(falling.map { $0 * 1.2 }, by: 0.6, seed: 5)),
      .unreliableValidation
    ),
  ]

  @Test(arguments: table.map(\.0)) func `of`(_ name: String) throws {
    let row = try #require(Self.table.first { $0.0 == name })
    let diagnosis = row.1.diagnose()
    #expect(diagnosis.verdict == row.2, "\(diagnosis.findings.map(\.rule))")
    #expect((0...1).contains(diagnosis.confidence))
    if [.goodFit, .inconclusive].contains(diagnosis.verdict) { #expect(diagnosis.decidedBy == nil) }
    let known = Set(diagnosis.reason.measurements.map(\.id))
    #expect(known.isSuperset(of: Phrase.placeholders(in: diagnosis.reason.template)))
  }

  @Test func `never rests on a finding that is far from sure`() {
    for item in ExampleCase.firing {
      let diagnosis = item.example.run.diagnose()
      if let decided = diagnosis.decidedBy {
        #expect(decided.confidence >= 0.4, "\(decided.rule) of \(item.testDescription): \(diagnosis.verdict)")
      }
    }
  }

  /// Scores of models trained on 100, 200, ... examples.
  @Test(arguments: [
    ([1, 1, 1, 1, 1], [0.6, 0.68, 0.73, 0.76, 0.78], Verdict.overfitting),
    ([0.99, 0.985, 0.985, 0.98, 0.98], [0.95, 0.96, 0.965, 0.97, 0.97], .goodFit),
    ([0.24, 0.23, 0.22, 0.22, 0.21], [0.18, 0.18, 0.19, 0.18, 0.19], .underfitting),
    ([1, 0.99], [0.97, 0.98], .inconclusive),
    ([-0.1, -0.2, -0.2], [-0.4, -0.3, -0.3], .inconclusive),
  ]) func `over training sizes`(_ training: [Double], _ validation: [Double], _ verdict: Verdict) {
    func series(_ name: String, _ split: Split, _ values: [Double]) -> MetricSeries {
      MetricSeries(
        name: name, metric: Metric(name: "score", kind: .score, direction: .higherIsBetter), split: split,
        epochs: values.indices.map { 100 * Double($0 + 1) }, values: values)
    }
    let diagnosis = RunRecord(
      name: "curve", axis: .trainingSize,
      series: [series("train", .training, training), series("test", .validation, validation)]
    ).diagnose()
    #expect(diagnosis.verdict == verdict, "\(diagnosis.findings.map(\.rule))")
    #expect(diagnosis.keep == nil)
    #expect(diagnosis.weighing == nil)
  }

  /// Scores of models trained with the values 0.1, 1, 10, ... of a hyperparameter.
  @Test(arguments: [
    ([0.2, 0.83, 0.97, 1, 1], [0.2, 0.8, 0.95, 0.7, 0.3], Verdict.goodFit, 10.0),
    ([0.3, 0.6, 0.9, 1, 1], [0.3, 0.5, 0.65, 0.64, 0.6], .overfitting, 10),
    ([0.3, 0.31, 0.32, 0.32, 0.3], [0.28, 0.29, 0.3, 0.3, 0.28], .underfitting, 10),
    ([0.5, 0.6, 0.7, 0.8, 0.9], [0.5, 0.58, 0.66, 0.75, 0.85], .stillImproving, 1000),
    ([-5, -3, -1, -0.5, 0], [-6, -4, -3, -5, -6], .inconclusive, 10),
    // Errors whose range is just 1 are no shares either.
    ([-1.5, -1.2, -1.1, -1.05, -1], [-1.6, -1.4, -1.3, -1.6, -2], .inconclusive, 10),
  ]) func `over the values of a hyperparameter`(
    _ training: [Double], _ validation: [Double], _ verdict: Verdict, _ best: Double
  ) {
    let diagnosis = Self.overHyperparameter(training, validation).diagnose()
    #expect(diagnosis.verdict == verdict, "\(diagnosis.findings.map(\.rule))")
    #expect(diagnosis.keep?.epoch == best)
    #expect(diagnosis.weighing == nil)
  }

  @Test func `over a hyperparameter says which end underfits and which overfits`() {
    let curve = Self.overHyperparameter([0.2, 0.83, 0.97, 1, 1], [0.2, 0.8, 0.95, 0.7, 0.3])
    let spans = Dictionary(curve.diagnose().findings.map { ($0.rule, $0.evidence.span) }) { $1 }
    #expect(spans["too-simple-at-one-end"] == 0.1...1)
    #expect(spans["by-heart-at-one-end"] == 100...1000)
  }

  @Test func `over a hyperparameter takes the simplest of equally good models`() {
    let diagnosis = Self.overHyperparameter([0.8, 0.9, 0.95, 1], [0.7, 0.88, 0.88, 0.88]).diagnose()
    #expect(diagnosis.keep?.epoch == 1)
  }

  private static func overHyperparameter(_ training: [Double], _ validation: [Double]) -> RunRecord {
    func series(_ name: String, _ split: Split, _ values: [Double]) -> MetricSeries {
      let positions: [Double] = [0.1, 1, 10, 100, 1000]
      return MetricSeries(
        name: name, metric: Metric(name: "score", kind: .score, direction: .higherIsBetter), split: split,
        epochs: Array(positions.prefix(values.count)), values: values)
    }
    return RunRecord(
      name: "curve", axis: .hyperparameter, hyperparameter: "C",
      series: [series("train", .training, training), series("test", .validation, validation)])
  }

  @Test func `by a score alone is less sure, and says what is missing`() {
    let diagnosis = makeRun(
      training: Self.falling, validationAccuracy: decay(from: 0.1, to: 0.9, over: 60, half: 3)
    ).diagnose()
    #expect(diagnosis.verdict == .goodFit)
    #expect(diagnosis.confidence <= 0.5)
    #expect(diagnosis.reason.template.contains("No validation loss was logged"))
  }

  @Test func `of the short run is less sure than of the long one`() {
    func run(_ count: Int, turn: Int) -> RunRecord {
      makeRun(
        training: decay(from: 2.3, to: 0.05, over: count, half: 2),
        validation: valley(from: 2.3, low: 0.6, turn: turn, to: 1.4, over: count))
    }
    let short = run(9, turn: 4).diagnose()
    let long = run(40, turn: 15).diagnose()
    #expect(short.verdict == .overfitting)
    #expect(short.confidence <= 0.5)
    #expect(long.confidence > 0.7)
  }

  @Test func `is no surer of a gap that grew than the whole run is`() throws {
    // As of boosted trees: what is learned after the first rounds does not reach the validation data.
    let training = decay(from: 70, to: 20, over: 30, half: 8)
    let validation = decay(from: 66, to: 58, over: 30, half: 1).enumerated().map { $1 + 0.02 * Double($0) }
    let diagnosis = makeRun(training: training, validation: validation).diagnose()
    #expect(diagnosis.verdict == .overfitting)
    let gap = try #require(diagnosis.findings.first { $0.rule == "widening-gap" })
    let weighed = try #require(diagnosis.weighing).confidence(in: .overfitting)
    #expect(diagnosis.confidence <= max(weighed, 0.5) && diagnosis.confidence <= gap.confidence)
  }

  @Test func `tells overconfidence from overfitting by the score`() {
    let training = decay(from: 2.3, to: 0.05, over: 40, half: 6)
    let validation = valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)
    let holds = makeRun(
      training: training, validation: validation,
      validationAccuracy: decay(from: 0.1, to: 0.85, over: 40, half: 4)
    ).diagnose()
    let falls = makeRun(
      training: training, validation: validation,
      validationAccuracy: valley(from: 0.1, low: 0.85, turn: 15, to: 0.7, over: 40)
    ).diagnose()
    #expect(holds.flags(.miscalibration) && !holds.findings.contains { $0.condition == .overfitting })
    #expect(holds.verdict == .overfitting && holds.flags(.overfitting))
    #expect(falls.flags(.overfitting) && !falls.flags(.miscalibration))
    #expect(holds.remedies.first?.remedy.id == "select-by-score")
    #expect(falls.remedies.first?.remedy.id == "keep-best-epoch")
  }
}

@Suite struct `The order of precedence` {
  @Test func `puts divergence before overfitting`() {
    let run = makeRun(
      training: decay(from: 2.3, to: 0.05, over: 30, half: 6) + [.nan, .nan],
      validation: valley(from: 2.3, low: 0.6, turn: 12, to: 1.2, over: 30) + [.nan, .nan])
    let diagnosis = run.diagnose()
    #expect(diagnosis.verdict == .diverged)
    #expect(
      diagnosis.setAside.contains { $0.finding.condition == .overfitting && $0.by == "non-finite-values" })
    #expect(!diagnosis.flags(.overfitting))
  }

  @Test func `lets no finding both stand and be set aside`() {
    for item in ExampleCase.firing + ExampleCase.silent {
      let diagnosis = item.example.run.diagnose()
      let standing = Set(diagnosis.findings.map(\.rule))
      let aside = diagnosis.setAside.map(\.finding.rule)
      #expect(standing.isDisjoint(with: aside))
      #expect(Set(aside).count == aside.count)
      for entry in diagnosis.setAside { #expect(entry.by != entry.finding.rule) }
      #expect(!(diagnosis.flags(.overfitting) && diagnosis.flags(.stillImproving)))
    }
  }

  @Test func `refers to rules that exist`() {
    let ids = Set(RuleBook.standard.rules.map(\.card.id))
    let signs =
      Precedence.supersessions.flatMap { [$0.winner] + $0.losers } + Precedence.decisions.map(\.sign)
    for sign in signs {
      if case .rule(let id) = sign { #expect(ids.contains(id), "\(id)") }
    }
  }

  @Test func `lets the unsure set nothing aside`() {
    let card = RisingValidationLoss.card
    func finding(_ card: RuleCard, _ confidence: Double) -> Finding {
      Finding(
        card: card, evidence: Evidence(effect: 1, severity: .severe, confidence: confidence, measurements: [])
      )
    }
    let gap = finding(WideningGap.card, 0.9)
    #expect(Precedence.resolve([finding(card, 0.3), gap]).setAside.isEmpty)
    #expect(Precedence.resolve([finding(card, 0.9), gap]).setAside.map(\.finding.rule) == ["widening-gap"])
  }
}
