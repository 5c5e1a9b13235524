import RunRecords
import Testing

@testable import Diagnostics

@Suite struct `Signals of a run` {
  private static let training = decay(from: 2, to: 0.1, over: 60, half: 6)
  private static let validation = valley(from: 2, low: 0.5, turn: 20, to: 1, over: 60)

  private func signals(_ run: RunRecord) throws -> SignalValues {
    try #require(SignalValues(MeasuredRun(run)))
  }

  @Test func `measure rise, gap and place of the lowest loss`() throws {
    let run = makeRun(
      training: Self.training, validation: Self.validation, facts: RunFacts(trainingSize: 100))
    let signals = try signals(run)
    // From 0.5 to nearly 1, on the logarithm with a floor.
    #expect(abs(try #require(signals[.validationRise]) - 0.65) < 0.06)
    #expect(abs(try #require(signals[.validationBestPlace]) - 1.0 / 3) < 0.04)
    #expect(try #require(signals[.gapEnd]) > 1.5 && #require(signals[.gapGrowth]) > 0.5)
    #expect(signals[.validationAccuracy] == nil && signals[.validationSize] == nil)
    #expect(abs(try #require(signals[.trainingSize]) - 4.60517) < 1e-5)
  }

  @Test(arguments: [1e-6, 250.0]) func `do not depend on the unit of the loss`(_ factor: Double) throws {
    let run = makeRun(training: Self.training, validation: Self.validation)
    let scaled = makeRun(
      training: Self.training.map { $0 * factor }, validation: Self.validation.map { $0 * factor })
    let (one, other) = (try signals(run), try signals(scaled))
    for signal in Signal.allCases {
      #expect(abs((one[signal] ?? 0) - (other[signal] ?? 0)) < 1e-6, "\(signal.rawValue)")
    }
  }

  @Test func `take a training loss that is logged more often as its mean between validations`() throws {
    let often = MetricSeries(
      name: "loss", metric: .loss, split: .training, epochs: (0..<240).map { 1 + Double($0 - 3) / 4 },
      values: Self.training.flatMap { [$0 * 1.1, $0 * 0.9, $0 * 1.05, $0 * 0.95] })
    var run = makeRun(training: Self.training, validation: Self.validation)
    let plain = try signals(run)
    run.series = [often] + run.series.filter { $0.split == .validation }
    let averaged = try signals(run)
    for signal in [Signal.trainingEnd, .trainingFall, .gapEnd, .trainingTrend] {
      #expect(abs((plain[signal] ?? 0) - (averaged[signal] ?? 9)) < 1e-6, "\(signal.rawValue)")
    }
  }

  @Test func `shift a running mean to the end of its epoch`() throws {
    let values = decay(from: 2, to: 0.1, over: 60, half: 20)
    let late = try signals(
      makeRun(training: values, validation: values, facts: RunFacts(trainingLossMode: .running)))
    let now = try signals(
      makeRun(training: values, validation: values, facts: RunFacts(trainingLossMode: .evaluation)))
    #expect(try #require(now[.gapEarly]) == 0)
    #expect(try #require(late[.gapEarly]) > 0.01)
  }

  @Test func `measure the power by which a loss falls`() throws {
    // Far above the floor of the logarithm: 1 / t, whose logarithm falls by ln 3 until three times the epochs.
    let power = (1...40).map { 1 / Double($0) + 20 }
    let run = makeRun(
      training: power.map { 1_000 * ($0 - 20) }, validation: [Double](repeating: 5, count: 40))
    let signals = try signals(run)
    #expect(signals[.validationSlope] == 0 && signals[.validationSlopeDeviate] == 0)
    let slope = try #require(signals[.trainingSlope])
    #expect(slope < -0.3 && slope > -1.0986)
    #expect(try #require(signals[.trainingLongSlope]) < slope, "it levels off above the floor")
    #expect(try #require(signals[.trainingSlopeDeviate]) < -3)
    #expect(signals[.slopeDifference] == -slope)
  }

  @Test func `set the validation accuracy against what its samples leave to chance`() throws {
    let losses = decay(from: 2, to: 0.5, over: 20, half: 4)
    func signals(size: Int, accuracy: [Double]) throws -> SignalValues {
      try self.signals(
        makeRun(
          training: losses, validation: losses, validationAccuracy: accuracy,
          facts: RunFacts(classCount: 2, validationSize: size)))
    }
    let steady = try signals(size: 100, accuracy: [Double](repeating: 0.8, count: 20))
    // The square root of 0.8 · 0.2 / 100, over 0.2.
    #expect(abs(try #require(steady[.samplingError]) - 0.2.naturalLog) < 1e-12)
    let swinging = try signals(size: 100, accuracy: (0..<20).map { $0 % 2 == 0 ? 0.76 : 0.84 })
    #expect(try #require(swinging[.accuracyNoiseRatio]) > #require(steady[.accuracyNoiseRatio]) + 5)
  }

  @Test func `say what the level of guessing shows`() throws {
    let run = makeRun(
      training: decay(from: 0.69, to: 0.1, over: 30, half: 4),
      validation: (0..<30).map { 0.7 + 0.01 * Double($0) },
      facts: RunFacts(classCount: 2))
    let signals = try signals(run)
    #expect(try #require(signals[.seesNoSignal]) > 0.8 && signals[.seesNoLearning] == 0)
    let unknown = try self.signals(makeRun(training: Self.training, validation: Self.validation))
    #expect(unknown[.seesNoSignal] == nil && unknown[.guessingSkill] == nil)
  }

  @Test func `are less sure of no signal the fewer samples there are`() throws {
    func seen(_ size: Int) throws -> Double {
      let run = makeRun(
        training: decay(from: 0.69, to: 0.1, over: 30, half: 4),
        validation: noisy([Double](repeating: 0.695, count: 30), by: 0.001, seed: 1),
        facts: RunFacts(classCount: 2, validationSize: size))
      return try #require(signals(run)[.seesNoSignal])
    }
    #expect(try seen(10_000) > 0.99)
    #expect(try (0.5...0.8).contains(seen(50)))
  }

  /// A validation accuracy that stands still from the first epoch on, beside training that goes on.
  static let standing: [(String, RunRecord, Bool)] = [
    (
      "a frequent class, and the others learned by heart",
      makeRun(
        training: decay(from: 0.36, to: 0.1, over: 30, half: 8),
        validation: (0..<30).map { 0.33 + 0.01 * Double($0) },
        trainingAccuracy: decay(from: 0.9, to: 0.98, over: 30, half: 8),
        validationAccuracy: decay(from: 0.9, to: 0.87, over: 30, half: 8), facts: RunFacts(classCount: 2)),
      true
    ),
    (
      "a class so frequent that by heart shows in no other answer",
      makeRun(
        training: decay(from: 0.17, to: 0.01, over: 30, half: 8),
        validation: (0..<30).map { 0.17 + 0.01 * Double($0) },
        trainingAccuracy: decay(from: 0.96, to: 1, over: 30, half: 8),
        validationAccuracy: [Double](repeating: 0.96, count: 30),
        facts: RunFacts(classCount: 2, validationSize: 1000)), true
    ),
    (
      "learned before the first epoch",
      makeRun(
        training: decay(from: 0.3, to: 0.05, over: 30, half: 8),
        validation: (0..<30).map { 0.45 + 0.01 * Double($0) },
        trainingAccuracy: decay(from: 0.88, to: 0.95, over: 30, half: 8),
        validationAccuracy: noisy([Double](repeating: 0.84, count: 30), by: 0.01, seed: 1),
        facts: RunFacts(classCount: 2)), false
    ),
    (
      "learned by heart, and as right as before",
      makeRun(
        training: decay(from: 0.69, to: 0.1, over: 30, half: 8),
        validation: (0..<30).map { 0.655 + 0.01 * Double($0) },
        trainingAccuracy: decay(from: 0.57, to: 1, over: 30, half: 8),
        validationAccuracy: noisy([Double](repeating: 0.63, count: 30), by: 0.01, seed: 1),
        facts: RunFacts(classCount: 2, validationSize: 1000)), false
    ),
  ]

  @Test(arguments: standing.indices)
  func `take an accuracy that stands still for that of one answer where all fits`(_ index: Int) throws {
    let (name, run, isOneAnswer) = Self.standing[index]
    let seen = try #require(signals(run)[.seesNoSignal])
    #expect(isOneAnswer ? seen > 0.5 : seen < 0.2, "\(name): \(seen)")
  }

  @Test func `see that a run unlearned what it had learned`() throws {
    let guessing = 2.0.naturalLog
    let loss = decay(from: 0.6, to: 0.3, over: 10, half: 2) + [Double](repeating: guessing, count: 20)
    let accuracy = decay(from: 0.7, to: 0.9, over: 10, half: 2) + [Double](repeating: 0.5, count: 20)
    let run = makeRun(
      training: loss, validation: loss, trainingAccuracy: accuracy, validationAccuracy: accuracy,
      facts: RunFacts(classCount: 2))
    #expect(try signals(run)[.seesNoLearning] == 1)
  }

  @Test func `leave open what the shares of classes do`() throws {
    // One answer, right in 0.4 of the cases: the loss of guessing is 1.05 to 1.5, by the shares of the other classes.
    func seen(_ loss: Double) throws -> Double? {
      let losses = [Double](repeating: loss, count: 30)
      let accuracy = [Double](repeating: 0.4, count: 30)
      return try signals(
        makeRun(
          training: losses, validation: losses, trainingAccuracy: accuracy, validationAccuracy: accuracy,
          facts: RunFacts(classCount: 5)))[.seesNoLearning]
    }
    #expect(try seen(1.5) == 1)
    #expect(try seen(1.3) == nil)
    #expect(try seen(0.9) == 0)
  }

  @Test func `are none below five validated epochs`() {
    let four = makeRun(training: [4, 3, 2, 1], validation: [4, 3, 2, 1])
    #expect(SignalValues(MeasuredRun(four)) == nil)
    #expect(four.diagnose().weighing == nil)
    #expect(SignalValues(MeasuredRun(makeRun(training: Self.training))) == nil)
  }

  @Test func `of values that are zero, negative or huge are finite`() throws {
    let odd: [[Double]] = [
      [Double](repeating: 0, count: 19) + [1e-9], (0..<20).map { -Double($0) },
      (0..<20).map { Double($0) * 1e90 },
      [1e-300] + [Double](repeating: 1e-308, count: 19),
    ]
    for values in odd {
      let signals = try signals(makeRun(training: values, validation: values.reversed()))
      for signal in Signal.allCases { #expect(signals[signal]?.isFinite ?? true) }
    }
  }

  @Test func `have titles of their own`() {
    #expect(Set(Signal.allCases.map(\.title)).count == Signal.allCases.count)
  }
}
