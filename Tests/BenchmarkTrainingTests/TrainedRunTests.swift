import AccuracyMeasurement
import Tensors
import TestSupport
import Testing

@testable import BenchmarkTraining

@Suite struct `A run whose truth is known` {
  /// Points of two classes on both sides of a line.
  private static let source = DataSource(.binary) { random in
    let inputs = [random.normal(), random.normal()]
    return Row(inputs: inputs, target: inputs[0] + inputs[1] > 0 ? 1 : 0)
  }

  private static func plan(epochs: Int = 6) -> RunPlan {
    var plan = RunPlan(
      trainingSize: 48, epochs: epochs, batchSize: 16, hiddenLayers: 1, activation: .relu, optimizer: .sgd,
      logsRunningMean: false)
    plan.learningRate = 0.3
    plan.width = 4
    plan.seed = 5
    return plan
  }

  private static func data(_ flaws: DataFlaws = DataFlaws(validationSize: 40), seed: UInt64 = 1) -> RunData {
    var random = RandomSource(seed: seed)
    return RunData(source, trainingSize: 48, flaws: flaws, using: &random)
  }

  @Test func `is the same for the same numbers, and learns`() throws {
    let one = try TrainingCourse(Self.plan(), on: Self.data(), testEpochs: [1, 6])
    let other = try TrainingCourse(Self.plan(), on: Self.data(), testEpochs: [1, 6])
    #expect(one.validation.losses == other.validation.losses)
    #expect(one.loggedTraining.losses == one.trainingLosses)
    #expect(one.trainingLosses[5] < 0.8 * one.initialLoss)
    #expect(one.tests.keys.sorted() == [1, 6])
    #expect(one.tests[6]?.rowLosses.count == RunData.testSize)
    #expect(try #require(one.tests[6]?.accuracy) > 0.8)
  }

  @Test func `goes on as it was when it is trained for longer`() throws {
    let short = try TrainingCourse(Self.plan(), on: Self.data(), testEpochs: [])
    let long = try TrainingCourse(Retraining.longer.applied(to: Self.plan()), on: Self.data(), testEpochs: [])
    #expect(long.epochCount == 18)
    #expect(Array(long.validation.losses.prefix(6)) == short.validation.losses)
  }

  @Test func `begins with the same weights when dropout is added`() throws {
    let plain = try TrainingCourse(Self.plan(), on: Self.data(), testEpochs: [])
    let dropping = try TrainingCourse(
      Retraining.moreDropout.applied(to: Self.plan()), on: Self.data(), testEpochs: [])
    #expect(dropping.initialLoss == plain.initialLoss)
    #expect(dropping.trainingLosses != plain.trainingLosses)
  }

  @Test
  func `is trained again with other random numbers in a repetition, and goes on from itself for longer`()
    throws
  {
    let run = try TrainingCourse(Self.plan(), on: Self.data(), testEpochs: [])
    func course(_ change: Retraining, _ repetition: UInt64, _ plan: RunPlan = Self.plan()) throws
      -> TrainingCourse
    {
      try TrainingCourse(change.applied(to: plan, repetition: repetition), on: Self.data(), testEpochs: [])
    }
    let own = try course(.moreDecay, 0)
    #expect(own.initialLoss == run.initialLoss)
    let others = try [1, 2].map { try course(.moreDecay, $0) }
    #expect(Set([own.initialLoss] + others.map(\.initialLoss)).count == 3)
    let longer = try course(.longer, 1)
    #expect(Array(longer.validation.losses.prefix(6)) == run.validation.losses)
    #expect(longer.validation.losses[6] != (try course(.longer, 0)).validation.losses[6])
    var stretched = Self.plan()
    stretched.schedule = .cosine
    #expect(try course(.longer, 1, stretched).initialLoss != run.initialLoss)
  }

  @Test func `that breaks keeps what its last epoch gave`() throws {
    var plan = Self.plan()
    plan.learningRate = 1e30
    let course = try TrainingCourse(plan, on: Self.data(), testEpochs: [2, 6])
    #expect(course.validation.losses.count == 6)
    #expect(course.trainingLosses.last?.isNaN == true)
    #expect(course.tests[6]?.loss.isNaN == true)
    #expect(TrainedRun(course).labels["diverged"] == true)
  }

  @Test func `measures a loss as the library's losses do`() throws {
    let network = Network(Self.plan(), task: .binary, inputs: 2)
    let samples = Self.data().validation
    let output = network.model(Tensor(samples.inputs))
    let expected = try network.loss(output, Tensor(network.targets(samples.targets))).item
    #expect(abs(try network.measure(samples, scale: 1).loss - Double(expected)) < 1e-6)
    let several = Network(Self.plan(), task: .classes(3), inputs: 2)
    let mean = try several.loss(
      several.model(Tensor(samples.inputs)), Tensor(several.targets(samples.targets))
    ).item
    #expect(abs(try several.measure(samples, scale: 2).loss - 2 * Double(mean)) < 1e-6)
  }

  @Test func `has the flaws that its data are given`() {
    var flaws = DataFlaws(validationSize: 40)
    let clean = Self.data(flaws)
    flaws.leakedShare = 1
    let leaked = Self.data(flaws)
    #expect(leaked.validation.targets == Array(leaked.training.targets.prefix(40)))
    #expect(clean.test.count == RunData.testSize && clean.training.count == 3 * 48)
    flaws = DataFlaws(validationSize: 40)
    flaws.isUnrelated = true
    let unrelated = Self.data(flaws)
    let agreeing = (0..<RunData.testSize).count { row in
      unrelated.test.inputs.withElements {
        ($0[2 * row] + $0[2 * row + 1] > 0) == (unrelated.test.targets[row] == 1)
      }
    }
    #expect(abs(agreeing - RunData.testSize / 2) < 200)
  }

  @Test func `is read back from the folder that it was written to`() throws {
    let scratch = try ScratchFolder()
    let run = try TrainedRun(Self.plan(), on: Self.data(), family: "line")
    var folder = BenchmarkFolder(path: scratch.path)
    try folder.add([BenchmarkEntry(run, id: "line-0-0")])
    try folder.writeTables()
    let benchmark = Benchmark(path: scratch.path)
    let read = try #require(try benchmark.runs().first)
    #expect(read.id == "line-0-0")
    #expect(read.record.facts == run.facts)
    #expect(read.record.first(.loss, .validation)?.count == 6)
    #expect(read.record.first(.accuracy, .training)?.count == 6)
    #expect(try benchmark.truth() == ["line-0-0": run.truth])
  }
}
