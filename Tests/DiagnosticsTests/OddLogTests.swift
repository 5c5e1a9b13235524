import RunRecords
import TestSupport
import Testing

@testable import Diagnostics

/// Runs as no one draws them on purpose: series that begin, end and skip epochs on their own, in any unit.
private struct OddRun {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func record() -> RunRecord {
    let score =
      happens(0.7)
      ? Metric.accuracy : Metric(name: "f1", kind: .score, direction: .higherIsBetter, unit: .fraction)
    let kinds: [(String, Metric, Split)] = [
      ("train_loss", .loss, .training), ("val_loss", .loss, .validation), ("train_score", score, .training),
      ("val_score", score, .validation), ("lr", .learningRate, .run),
    ]
    let length = Int.random(in: 1...90, using: &random)
    var series: [MetricSeries] = []
    for (name, metric, split) in kinds where happens(0.7) {
      let epochs = self.epochs(upTo: length)
      series.append(
        MetricSeries(
          name: name, metric: metric, split: split, epochs: epochs,
          values: values(epochs.count, isShare: metric.unit == .fraction)))
    }
    return RunRecord(
      name: "odd", axis: pick([.epoch, .epoch, .step, .iteration, .trainingSize, .hyperparameter]),
      series: series, facts: facts())
  }

  private mutating func happens(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func epochs(upTo length: Int) -> [Double] {
    let first = happens(0.6) ? 1 : Int.random(in: -length...length, using: &random)
    let last = happens(0.6) ? max(first, length) : Int.random(in: first...(first + length), using: &random)
    let stride = pick([1, 1, 1, 2, 5])
    return Swift.stride(from: first, through: last, by: stride).filter { _ in happens(0.95) }.map(Double.init)
  }

  private mutating func values(_ count: Int, isShare: Bool) -> [Double] {
    let start = Double.random(in: 0...1, using: &random) * (isShare ? 1 : pick([-1, 1e-6, 1, 3, 3, 1e9]))
    let end = pick([0, start, start / 10, isShare ? 1 : 3 * start, isShare ? 0.2 : 2.3])
    let pace = Double.random(in: 1...40, using: &random)
    let noise = pick([0, 0, 0.01, 0.3])
    return (0..<count).map { index in
      if happens(0.005) { return pick([.nan, .infinity, 0, 1e300]) }
      let level = end + (start - end) * (-Double(index) / pace).exponential
      return level * (1 + noise * Double.random(in: -1...1, using: &random))
    }
  }

  private mutating func facts() -> RunFacts {
    RunFacts(
      classCount: pick([nil, nil, 0, 1, 2, 10, .max]), trainingSize: pick([nil, -1, 0, 1, 500, .max]),
      validationSize: pick([nil, -1, 0, 1, 500, .max]), trainingLossMode: pick([nil, .running, .evaluation]))
  }
}

@Suite struct `A log whose series do not match` {
  @Test(arguments: 0..<40) func `gets a sound diagnosis, with seed`(_ seed: Int) {
    var odd = OddRun(seed: UInt64(seed))
    for _ in 0..<25 { expectSound(odd.record().diagnose()) }
  }

  @Test func `may end its training loss before the validation loss settles`() {
    let run = makeRun(
      training: decay(from: 2.3, to: 0.1, over: 10, half: 3),
      validation: decay(from: 2.3, to: 1, over: 60, half: 8))
    #expect(!run.diagnose().findings.contains { $0.rule == WideningGap.card.id })
  }

  @Test func `may begin its scores after its loss ends`() {
    let fifth = [Double](repeating: 0.2, count: 30)
    var run = makeRun(
      training: decay(from: 2.3, to: 2, over: 5, half: 2), trainingAccuracy: fifth, validationAccuracy: fifth)
    run.series = run.series.map { series in
      guard series.metric.kind == .accuracy else { return series }
      return MetricSeries(
        name: series.name, metric: series.metric, split: series.split, epochs: series.epochs.map { $0 + 9 },
        values: series.values)
    }
    let diagnosis = run.diagnose()
    expectSound(diagnosis)
    let found = diagnosis.findings + diagnosis.setAside.map(\.finding)
    let low = found.first { $0.rule == BothScoresLow.card.id }
    #expect(low?.evidence.span == 10...39)
  }
}

@Suite struct `A parameter at the end of its range` {
  @Test(arguments: RuleBook.standard.rules.map(\.card.id)) func `leaves the evidence sound, of`(
    _ id: String
  ) throws {
    let card = try #require(RuleBook.standard.card(for: id))
    for setting in try RuleBook.standard.parameters(of: id) {
      for bound in [setting.range.lowerBound, setting.range.upperBound] {
        var book = RuleBook.standard
        try book.set("\(id).\(setting.name)", to: bound)
        for example in card.fires + card.staysSilent { expectSound(example.run.diagnose(with: book)) }
      }
    }
  }
}
