import NeuralNetworks
import TestSupport
import Testing

/// The measurements in `schedules.json`.
struct ScheduleReference: Decodable, Sendable {
  struct Options: Decodable, Sendable {
    let epochs: Int?
    let factor: Float?
    let minimum: Float?
    let start: Float?
    let total: Int?
    let mode: String?
    let patience: Int?
    let cooldown: Int?
    let threshold: Double?
    let thresholdMode: String?
    let metrics: [Double]?
  }
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let schedule: String
    let options: Options
    let learningRates: [Float]
    var testDescription: String { name }

    func make() throws -> any Schedule {
      switch schedule {
      case "step":
        return try .step(epochs: #require(options.epochs), factor: #require(options.factor))
      case "cosine":
        return try .cosine(epochs: #require(options.epochs), minimum: #require(options.minimum))
      case "warmUp":
        return try .warmUp(epochs: #require(options.epochs), start: #require(options.start))
      case "warmUpThenCosine":
        let (epochs, total) = try (#require(options.epochs), #require(options.total))
        return try .warmUp(
          epochs: epochs, start: #require(options.start),
          then: .cosine(epochs: total - epochs, minimum: #require(options.minimum)))
      case "onPlateau":
        let threshold = try #require(options.threshold)
        return try .onPlateau(
          goal: options.mode == "max" ? .highest : .lowest, factor: #require(options.factor),
          patience: #require(options.patience),
          threshold: options.thresholdMode == "abs" ? .absolute(threshold) : .relative(threshold),
          cooldown: #require(options.cooldown), minimum: #require(options.minimum))
      default: throw OptimizerTable.UnknownName(name: schedule)
      }
    }
  }

  /// The rate that every case begins with.
  let learningRate: Float
  let cases: [Case]

  static func load() throws -> ScheduleReference {
    try PyTorchReference.load("schedules", as: ScheduleReference.self)
  }
}

@Suite struct `Schedules` {
  @Test(arguments: try ScheduleReference.load().cases)
  func `agree with PyTorch on`(_ reference: ScheduleReference.Case) throws {
    let initial = try ScheduleReference.load().learningRate
    let schedule = try reference.make()
    for (epoch, expected) in reference.learningRates.enumerated() {
      // Only what is measured by then can count.
      let metrics = Array((reference.options.metrics ?? []).prefix(epoch))
      let rate = schedule.learningRate(at: epoch, from: initial, after: metrics)
      #expect(abs(rate - expected) <= 1e-6 * expected + 1e-10, "epoch \(epoch): \(rate), not \(expected)")
    }
  }

  @Test func `hold the last rate of a cosine`() {
    let schedule = CosineSchedule(epochs: 5, minimum: 0.01)
    #expect([5, 6, 9, 100].map { schedule.learningRate(at: $0, from: 1) } == [0.01, 0.01, 0.01, 0.01])
  }

  @Test func `stay constant when asked to`() {
    let schedule: any Schedule = .constant
    #expect(schedule.learningRate(at: 7, from: 0.3) == 0.3)
  }

  @Test func `do not look at the epochs of a warm-up when they wait for a plateau`() {
    let schedule: any Schedule = .warmUp(epochs: 2, then: .onPlateau(factor: 0.5, patience: 0))
    // Better losses during the warm-up do not count as the best.
    let metrics = [0.1, 0.1, 1, 0.9, 0.95]
    let rates = (0...5).map { schedule.learningRate(at: $0, from: 1, after: Array(metrics.prefix($0))) }
    #expect(rates == [0.1, 0.55, 1, 1, 1, 0.5])
  }

  @Test func `take a metric that is not a number for no progress`() {
    let schedule = PlateauSchedule(factor: 0.5, patience: 1)
    #expect(schedule.learningRate(at: 4, from: 1, after: [1, .nan, .nan, .nan]) == 0.5)
    #expect(schedule.learningRate(at: 2, from: 1, after: [.nan, 3]) == 1)
  }

  @Test(arguments: [PlateauSchedule.Threshold.relative(1e-4), .absolute(0.01)])
  func `take the worst metric there is for no progress, and see it after`(
    _ threshold: PlateauSchedule.Threshold
  ) {
    // The rates are PyTorch's.
    let schedule = PlateauSchedule(factor: 0.5, patience: 0, threshold: threshold)
    #expect(schedule.learningRate(at: 4, from: 1, after: [.infinity, 3, 2, 1]) == 0.5)
    #expect(schedule.learningRate(at: 3, from: 1, after: [.nan, .infinity, 3]) == 0.25)
    let rising = PlateauSchedule(goal: .highest, factor: 0.5, patience: 0, threshold: threshold)
    #expect(rising.learningRate(at: 3, from: 1, after: [-.infinity, 1, 2]) == 0.5)
    #expect(rising.learningRate(at: 2, from: 1, after: [.infinity, 2]) == 0.5)
  }

  @Test func `never raise a rate that is below the minimum already`() {
    let schedule = PlateauSchedule(factor: 0.5, patience: 0, minimum: 0.1)
    #expect(schedule.learningRate(at: 3, from: 0.01, after: [1, 1, 1]) == 0.01)
  }
}
