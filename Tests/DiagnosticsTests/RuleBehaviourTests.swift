import RunRecords
import Testing

@testable import Diagnostics

private func evidence(of rule: some Rule, in run: RunRecord) -> Evidence? {
  guard case .found(let evidence) = rule.examine(MeasuredRun(run)) else { return nil }
  return evidence
}

@Suite struct `Rules` {
  static let training = decay(from: 2.3, to: 0.05, over: 40, half: 6)

  @Test func `say what they would have needed`() {
    let diagnosis = makeRun(training: Self.training).diagnose()
    let missing = Dictionary(uniqueKeysWithValues: diagnosis.notAssessed.map { ($0.rule, $0.reason) })
    #expect(missing["rising-validation-loss"] == "no validation loss")
    #expect(missing["memorised-training-data"] == "no training accuracy")
    #expect(missing["plateau"] == nil)
  }

  @Test(arguments: [(0.65, Severity.mild), (0.8, .moderate), (1.2, .severe)])
  func `grade a rise from 0.6 to`(_ end: Double, _ severity: Severity) throws {
    let run = makeRun(
      training: Self.training, validation: valley(from: 2.3, low: 0.6, turn: 15, to: end, over: 40))
    #expect(try #require(evidence(of: RisingValidationLoss(), in: run)).severity == severity)
  }

  @Test func `are less sure of a rise without a training loss`() throws {
    let validation = valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40)
    let alone = try #require(evidence(of: RisingValidationLoss(), in: makeRun(validation: validation)))
    let both = try #require(
      evidence(of: RisingValidationLoss(), in: makeRun(training: Self.training, validation: validation)))
    #expect(alone.confidence == 0.7)
    #expect(both.confidence > 0.9)
    #expect(!(alone.statement ?? "").contains("{fall}"))
  }

  @Test func `do not call a rise near zero overfitting`() {
    var validation = decay(from: 2.3, to: 0.0001, over: 40, half: 1)
    for index in 30..<40 { validation[index] = 0.0002 }
    #expect(
      evidence(of: RisingValidationLoss(), in: makeRun(training: Self.training, validation: validation))
        == nil)
  }

  @Test func `judge a loss below zero by its range and say so`() {
    let diagnosis = makeRun(
      training: Self.training.map { $0 - 3 },
      validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.4, over: 40).map { $0 - 3 }
    ).diagnose()
    #expect(diagnosis.flags(.overfitting))
    #expect(diagnosis.notes.count { $0.text.contains("range") } == 2)
  }

  @Test(arguments: [(0.35, false), (0.25, true)])
  func `see a validation loss below training only where no part may be missing`(
    _ end: Double, _ isSeen: Bool
  ) {
    // Classification goes down to 0.3, and a part that only training has stays at 0.4.
    let parts = [decay(from: 2.3, to: 0.3, over: 30, half: 3), [Double](repeating: 0.4, count: 30)]
    let total = zip(parts[0], parts[1]).map { $0 + $1 }
    var run = makeRun(training: total, validation: decay(from: 2.3, to: end, over: 30, half: 3))
    run.series += zip(["loss cls", "loss reg"], parts).map { name, values in
      MetricSeries(
        name: name, metric: Metric(name: name, kind: .loss, direction: .lowerIsBetter), split: .training,
        epochs: (1...30).map(Double.init), values: values)
    }
    #expect((evidence(of: ValidationBelowTraining(), in: run) != nil) == isSeen)
  }

  @Test(arguments: [(0, true), (1, true), (190, false)] as [(Double, Bool)])
  func `tell that the loss never falls only from where the run begins`(_ first: Double, _ isTold: Bool) {
    let flat = makeRun(training: noisy([Double](repeating: 1.3, count: 20), by: 0.01, seed: 1), first: first)
    #expect((evidence(of: TrainingLossNeverFalls(), in: flat) != nil) == isTold)
    // One low value among those of single batches is where a run began, or chance.
    let jumped = makeRun(training: [0.05, 0.23, 0.29, 0.28, 0.26, 0.28, 0.24], first: first)
    #expect((evidence(of: ExplodingLoss(), in: jumped) != nil) == isTold)
  }

  @Test func `tell of a guessed number of classes`() {
    let diagnosis = makeRun(
      training: decay(from: 2.3, to: 0.3, over: 30, half: 4),
      trainingAccuracy: valley(from: 0.1, low: 0.9, turn: 29, to: 0.9, over: 30)
    ).diagnose()
    #expect(diagnosis.chance?.source == .guessedClassCount(10))
    #expect(diagnosis.notes.contains { $0.text.contains("number of classes") })
  }

  @Test func `know the loss of a model that predicts the majority`() {
    // Two classes of 90 % and 10 %: the entropy is 0.325, far below ln 2.
    let run = makeRun(
      training: [0.5] + noisy([Double](repeating: 0.326, count: 29), by: 0.005, seed: 1),
      trainingAccuracy: [0.85] + [Double](repeating: 0.9, count: 29), facts: RunFacts(classCount: 2))
    #expect(run.diagnose().verdict == .notLearning)
    let learns = makeRun(
      training: decay(from: 0.69, to: 0.325, over: 30, half: 3),
      trainingAccuracy: valley(from: 0.5, low: 0.9, turn: 20, to: 0.9, over: 30),
      facts: RunFacts(classCount: 2))
    #expect(learns.diagnose().verdict != .notLearning)
  }

  @Test func `take gaps in the validation loss alone for epochs without validation`() throws {
    let validation = Self.training.enumerated().map { $0.offset.isMultiple(of: 3) ? $0.element + 0.1 : .nan }
    let run = makeRun(training: Self.training, validation: validation)
    let found = try #require(evidence(of: NonFiniteValues(), in: run))
    #expect(found.severity == .mild)
    #expect(run.diagnose().verdict != .diverged)
  }

  @Test(arguments: [(RunFacts.TrainingLossMode.running, Severity.info), (.evaluation, .mild)])
  func `excuse a validation loss below one that was taken as`(
    _ mode: RunFacts.TrainingLossMode, _ severity: Severity
  ) throws {
    let run = makeRun(
      training: decay(from: 2.3, to: 0.5, over: 40, half: 3),
      validation: decay(from: 2, to: 0.4, over: 40, half: 3),
      facts: RunFacts(trainingLossMode: mode))
    #expect(try #require(evidence(of: ValidationBelowTraining(), in: run)).severity == severity)
  }

  @Test func `count missing epochs`() throws {
    let all = makeRun(training: Self.training)
    let series = try #require(all.series.first)
    let kept = series.epochs.indices.filter { ![10, 11, 25].contains($0) }
    let holes = RunRecord(
      name: "holes",
      series: [
        MetricSeries(
          name: "loss", metric: .loss, split: .training, epochs: kept.map { series.epochs[$0] },
          values: kept.map { series.values[$0] })
      ])
    let found = try #require(evidence(of: LogProblems(), in: holes))
    let numbers = Dictionary(uniqueKeysWithValues: found.measurements.map { ($0.id, $0.value) })
    #expect(numbers == ["missing": 3, "from": 10, "to": 27])
    #expect(evidence(of: LogProblems(), in: all) == nil)
  }

  @Test(arguments: RunNote.Kind.allCases) func `report notes that are problems, of kind`(_ kind: RunNote.Kind)
  {
    var run = makeRun(training: Self.training)
    run.notes = [RunNote(kind, "something")]
    let isProblem = ![.interpretation, .condensed].contains(kind)
    #expect((evidence(of: LogProblems(), in: run) != nil) == isProblem)
  }

  @Test func `point at every spike`() throws {
    var training = decay(from: 2.3, to: 0.4, over: 60, half: 5)
    training[24] *= 6
    training[44] *= 4
    let found = try #require(evidence(of: LossSpikes(), in: makeRun(training: training)))
    #expect(found.epochs == [25, 45])
    #expect(found.severity < .moderate)
  }

  @Test func `expect from more epochs about what they bring`() throws {
    func law(_ epoch: Int) -> Double { 0.1 + 2 / (1 + 0.07 * Double(epoch)) }
    let run = makeRun(training: (1...40).map { law($0) * 0.9 }, validation: (1...40).map { law($0) })
    let found = try #require(evidence(of: ValidationStillFalling(), in: run))
    let numbers = Dictionary(uniqueKeysWithValues: found.measurements.map { ($0.id, $0.value) })
    let truth = (law(40) - law(60)) / law(39)
    #expect(numbers["more"] == 20)
    #expect(try #require(numbers["gainLow"]) < truth && truth < (try #require(numbers["gainHigh"])))
    #expect(abs(try #require(numbers["gain"]) - truth) < 0.25 * truth, "\(numbers) \(truth)")
  }

  @Test(arguments: [(0.001, true), (0.1, false)])
  func `promise nothing of more epochs once the learning rate has decayed to`(_ end: Double, _ isOver: Bool) {
    let falling = decay(from: 2.3, to: 0.3, over: 30, half: 20)
    var run = makeRun(training: falling.map { $0 * 0.9 }, validation: falling)
    run.series.append(
      MetricSeries(
        name: "lr", metric: .learningRate, split: .run, epochs: (1...30).map(Double.init),
        values: (1...30).map { 1 + (end - 1) * Double($0) / 30 }))
    #expect((evidence(of: ValidationStillFalling(), in: run) == nil) == isOver)
  }

  @Test func `find a fall in a short and noisy run`() {
    let falling = noisy(decay(from: 2, to: 0.2, over: 20, half: 10), by: 0.04, seed: 3)
    let run = makeRun(training: falling.map { $0 * 0.9 }, validation: falling)
    #expect(evidence(of: ValidationStillFalling(), in: run) != nil)
  }

  @Test func `let a single value at the end neither begin nor end a plateau`() {
    var training = noisy(decay(from: 2.3, to: 0.4, over: 60, half: 3), by: 0.004, seed: 1)
    training[59] *= 1.05
    #expect(evidence(of: Plateau(), in: makeRun(training: training)) != nil)
  }

  @Test func `know the loss of predictions that are all clipped, whatever the number of classes`() throws {
    let accuracy = noisy([Double](repeating: 0.3, count: 20), by: 0.01, seed: 3)
    let run = makeRun(training: accuracy.map { 16.118 * (1 - $0) }, trainingAccuracy: accuracy)
    #expect(run.diagnose().verdict == .diverged)
    #expect(try #require(evidence(of: ExplodingLoss(), in: run)).severity == .severe)
    let other = makeRun(training: accuracy.map { 12 * (1 - $0) }, trainingAccuracy: accuracy)
    #expect(evidence(of: ExplodingLoss(), in: other) == nil)
  }

  @Test func `call a rise no overfitting where training accuracy falls with it`() {
    let training = noisy([Double](repeating: 1.4, count: 40), by: 0.01, seed: 1)
    let validation = valley(from: 1.4, low: 1.2, turn: 5, to: 1.5, over: 40)
    func run(_ accuracy: [Double]) -> RunRecord {
      makeRun(training: training, validation: validation, trainingAccuracy: accuracy)
    }
    let falling = valley(from: 0.5, low: 0.5, turn: 5, to: 0.35, over: 40)
    #expect(evidence(of: RisingValidationLoss(), in: run(falling)) == nil)
    #expect(evidence(of: RisingValidationLoss(), in: run(falling.map { 1 - $0 })) != nil)
  }

  @Test func `judge the first loss of each split`() {
    var run = makeRun(
      training: Self.training, validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40))
    let other = MetricSeries(
      name: "val_other", metric: Metric(name: "other", kind: .loss, direction: .lowerIsBetter),
      split: .validation,
      epochs: Self.training.indices.map { Double($0 + 1) }, values: Self.training)
    run.series.append(other)
    #expect(run.diagnose().verdict == .overfitting)
    #expect(run.diagnose().curves.map(\.series.name) == ["train_loss", "val_loss"])
  }
}

@Suite struct `The confidence` {
  @Test(arguments: [(4, 0.4), (9, 0.5), (10, 0.6), (15, 0.79), (20, 0.98), (100, 0.98)])
  func `of a clear sign is bounded by the number of epochs`(_ count: Int, _ bound: Double) {
    let run = MeasuredRun(makeRun(training: [Double](repeating: 1, count: count)))
    #expect(abs(run.confidence(of: 100, over: 1, error: 0.1) - bound) < 1e-12)
  }

  @Test func `is one half at the threshold and rises with the effect`() {
    #expect(Confidence.of(0.05, over: 0.05, error: 0.01) == 0.5)
    #expect(Confidence.of(0.08, over: 0.05, error: 0.02) < Confidence.of(0.1, over: 0.05, error: 0.02))
    #expect(Confidence.of(0.1, over: 0.05, error: 0.05) < Confidence.of(0.1, over: 0.05, error: 0.01))
  }
}
