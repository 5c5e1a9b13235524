import Testing

@testable import AccuracyMeasurement

@Suite struct `Regret` {
  private let run = RunTruth(
    labels: [.diverged: false], chance: 2.5, testLoss: [2, 0.5, 1, .infinity],
    testAccuracy: [0.5, 0.8, 0.9, 0.1])

  @Test(
    arguments: [
      (1.0, 3.0), (2, 0), (2.9, 0), (3, 1), (4, 10), (99, 10), (-5, 3), (.nan, 10), (0, 10),
    ] as [(Double, Double)])
  func `is the test loss above the lowest, at most ten`(epoch: Double, regret: Double) {
    #expect(run.regret(keeping: epoch) == regret)
  }

  @Test func `of no epoch is that of the last`() {
    #expect(run.regret(keeping: nil) == 10)
    #expect(run.accuracyRegret(keeping: nil) == 0.8)
  }

  @Test func `is told in accuracy and in what there was to learn`() throws {
    #expect(abs(try #require(run.accuracyRegret(keeping: 2)) - 0.1) < 1e-12)
    #expect(run.excess(keeping: 1) == 0.75)
    #expect(run.excess(keeping: 4) == 10)
    // What there was to learn is at least 5 % of chance.
    #expect(
      RunTruth(labels: [:], chance: 1, testLoss: [1.1, 1]).excess(keeping: 1).map { abs($0 - 2) < 1e-9 }
        == true)
  }

  @Test func `does not exist without a finite test loss`() {
    let lost = RunTruth(labels: [.diverged: false], testLoss: [.infinity, .infinity])
    #expect(lost.regret(keeping: 1) == nil)
    #expect(lost.excess(keeping: 1) == nil)
  }

  @Test func `leaves runs out that diverged, or may have`() {
    let truth = [
      "a": run, "b": RunTruth(labels: [.diverged: true], testLoss: [1, 2]),
      "c": RunTruth(labels: [:], testLoss: [1, 2]),
      "d": RunTruth(labels: [.diverged: false], testLoss: [.infinity]),
      "e": RunTruth(labels: [.diverged: false], testLoss: [1, 1.01]),
    ]
    let predictions = Dictionary(
      uniqueKeysWithValues: truth.keys.map { ($0, Prediction(run: $0, bestEpoch: $0 == "a" ? 2 : nil)) })
    let score = Score(of: predictions, against: truth, lowest: ["a": 3, "e": 1])
    #expect(score.checkpoint.regrets.count == 2)
    #expect(score.checkpoint.regrets.first == 0)
    #expect(score.checkpoint.accuracyRegrets.count == 1)
    #expect(score.checkpoint.lastEpochRegrets.first == 10)
    #expect(score.checkpoint.figures.first { $0.key == "within_2pct" }?.value == .value(1))
    #expect(score.plainMinimum.plain == [1, 0])
    #expect(score.plainMinimum.ours.first == 0)
  }

  @Test func `is compared with the plain minimum's run by run`() throws {
    let truth = Dictionary(
      uniqueKeysWithValues: (0..<3).map {
        ("\($0)", RunTruth(labels: [.diverged: false], testLoss: [1, 2, 4]))
      })
    let predictions = ["0": 1.0, "1": 2, "2": 1].map {
      ($0.key, Prediction(run: $0.key, bestEpoch: $0.value))
    }
    let score = Score(
      of: Dictionary(uniqueKeysWithValues: predictions), against: truth, lowest: ["0": 2, "1": 1, "2": 2])
    // Differences: -1, 1, -1.
    let figures = Dictionary(uniqueKeysWithValues: score.plainMinimum.figures.map { ($0.key, $0.value) })
    #expect(figures["difference"] == .value(-1.0 / 3))
    guard case .value(let error?) = try #require(figures["standard_error"]) else {
      Issue.record("there is no standard error")
      return
    }
    #expect(abs(error - 2.0 / 3) < 1e-12)
  }
}
