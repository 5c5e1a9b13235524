import RunRecords
import TestSupport
import Testing

@testable import Diagnostics

@Suite struct `Any log gets a diagnosis` {
  static let odd: [[Double]] = [
    [], [1], [1, 2], [2, 1], [1, 1, 1], [.nan], [.infinity, 1, 2], [1, .nan, 1, .nan, 1],
    [Double](repeating: 0, count: 30), [Double](repeating: 1e-9, count: 30),
    [Double](repeating: .nan, count: 30),
    (0..<30).map { -Double($0) }, (0..<30).map { Double($0) - 15 }, (0..<30).map { 1e300 * Double($0) },
    (0..<30).map { 1e-300 / Double($0 + 1) }, [Double](repeating: -1, count: 12),
    (0..<30).map { $0.isMultiple(of: 2) ? 1e9 : 1e-9 },
    (0..<30).map { $0 == 10 ? .greatestFiniteMagnitude : 1 },
  ]

  @Test func `from every pair of odd curves`() {
    for training in Self.odd {
      for validation in Self.odd {
        expectSound(makeRun(training: training, validation: validation).diagnose())
      }
      expectSound(
        makeRun(
          training: training, validation: training, trainingAccuracy: training, validationAccuracy: training,
          facts: RunFacts(classCount: 2, validationSize: 10)
        ).diagnose())
    }
  }

  @Test func `from every beginning of every example`() {
    for item in ExampleCase.firing {
      let longest = item.example.run.series.map(\.count).max() ?? 0
      for count in 0..<longest { expectSound(item.example.run.truncated(to: count).diagnose()) }
    }
  }

  @Test(arguments: 0..<40) func `from a random walk with seed`(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...120, using: &generator)
    func walk() -> [Double] {
      var level = Double.random(in: 0.01...5, using: &generator)
      return (0..<count).map { _ in
        level *= Double.random(in: 0.7...1.3, using: &generator)
        return Double.random(in: 0...1, using: &generator) < 0.02 ? .nan : level
      }
    }
    let run = makeRun(
      training: walk(), validation: walk(), trainingAccuracy: walk(), validationAccuracy: walk())
    expectSound(run.diagnose())
  }

  @Test(arguments: 0..<30) func `and a healthy run is not called overfit or diverged, with seed`(_ seed: Int)
  {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 100)
    let count = Int.random(in: 20...150, using: &generator)
    let end = Double.random(in: 0.1...1, using: &generator)
    let noise = Double.random(in: 0...0.04, using: &generator)
    let training = decay(from: 2.5, to: end, over: count, half: Double(count) / 15)
    let run = makeRun(
      training: noisy(training, by: noise / 2, seed: UInt64(seed)),
      validation: noisy(training.map { $0 * 1.1 }, by: noise, seed: UInt64(seed) &+ 1))
    let diagnosis = run.diagnose()
    // Without any fact about it, noise may let a run that has settled look as if it still improved.
    #expect([.goodFit, .stillImproving].contains(diagnosis.verdict), "\(diagnosis.findings.map(\.rule))")
  }

  @Test(arguments: 0..<30) func `and a clear rise is found at its onset, with seed`(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &+ 200)
    let count = Int.random(in: 30...150, using: &generator)
    let turn = count / 3
    let noise = Double.random(in: 0...0.04, using: &generator)
    let run = makeRun(
      training: noisy(
        decay(from: 2.3, to: 0.05, over: count, half: Double(count) / 6), by: noise / 2, seed: 1),
      validation: noisy(
        valley(from: 2.3, low: 0.6, turn: turn, to: 1.1, over: count), by: noise, seed: UInt64(seed)))
    let diagnosis = run.diagnose()
    #expect(diagnosis.verdict == .overfitting)
    let onset = try #require(diagnosis.decidedBy?.evidence.onset)
    #expect(abs(onset.epoch - Double(turn)) <= max(3, 0.1 * Double(count)))
    #expect(onset.interval.contains(onset.epoch))
  }

  @Test(arguments: [5_000, 65_536]) func `from a run of this many steps`(_ count: Int) {
    let run = makeRun(
      training: noisy(decay(from: 2.3, to: 0.05, over: count, half: Double(count) / 6), by: 0.3, seed: 1),
      validation: noisy(valley(from: 2.3, low: 0.6, turn: count / 3, to: 1.1, over: count), by: 0.1, seed: 2))
    let clock = ContinuousClock()
    var diagnosis = run.diagnose()
    let time = clock.measure { diagnosis = run.diagnose() }
    expectSound(diagnosis)
    #expect(diagnosis.verdict == .overfitting)
    // Generous for a debug build on a busy machine; a quadratic method would take minutes.
    #expect(time < .seconds(20))
  }
}
