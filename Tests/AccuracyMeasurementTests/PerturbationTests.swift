import RunRecords
import Testing

@testable import AccuracyMeasurement

@Suite struct `A perturbation` {
  private func perturbation(_ name: String) throws -> Perturbation {
    try #require(Perturbation.standard.first { $0.name == name })
  }

  @Test func `has a name of its own`() {
    #expect(Set(Perturbation.standard.map(\.name)).count == Perturbation.standard.count)
  }

  @Test(arguments: Perturbation.standard.indices)
  func `is the same for the same seed, and keeps losses finite and above 0`(index: Int) {
    let run = makeRun()
    let once = Perturbation.standard[index](run, seed: 3).record
    let again = Perturbation.standard[index](run, seed: 3).record
    #expect(once.series.map(\.values) == again.series.map(\.values))
    for series in once.series {
      #expect(series.values.allSatisfy { $0.isFinite && $0 > 0 })
      #expect(Set(series.epochs).isSubset(of: Set(run.record.epochs)))
      #expect(series.summary.count == series.count)
    }
  }

  @Test(arguments: Perturbation.standard.indices)
  func `leaves values that are no number as they are`(index: Int) {
    let epochs = (1...50).map(Double.init)
    let series = [Split.training, .validation].map { split in
      MetricSeries(
        name: "loss", metric: .loss, split: split, epochs: epochs, values: epochs.map { _ in .nan })
    }
    let run = BenchmarkRun(id: "lost", record: RunRecord(name: "lost", series: series))
    #expect(
      Perturbation.standard[index](run, seed: 1).record.series.allSatisfy { $0.values.allSatisfy(\.isNaN) })
  }

  @Test func `that adds noise differs by seed and run, and touches nothing else`() throws {
    let noise = try perturbation("5 % noise on validation")
    let run = makeRun("a", epochs: 2000)
    let noisy = noise(run, seed: 1).record
    #expect(noisy.series[1].values != noise(run, seed: 2).record.series[1].values)
    #expect(noisy.series[1].values != noise(makeRun("b", epochs: 2000), seed: 1).record.series[1].values)
    #expect(noisy.series[0].values == run.record.series[0].values)
    #expect(noisy.series[2].values == run.record.series[2].values)
    let ratios = zip(noisy.series[1].values, run.record.series[1].values).map { $0 / $1 - 1 }
    let deviation = try #require(ratios.map { $0 * $0 }.mean).squareRoot()
    #expect(abs(deviation - 0.05) < 0.005)
    let both = try perturbation("5 % noise on both losses")(run, seed: 1).record
    #expect(both.series[0].values != run.record.series[0].values)
    #expect(both.series[2].values == run.record.series[2].values)
  }

  @Test(arguments: [("25 epochs", 25), ("20 epochs", 20), ("5 % noise on validation, 25 epochs", 25)])
  func `that thins keeps the first and the last epoch, evenly between`(name: String, count: Int) throws {
    for length in [count + 1, 40, 60, 200] {
      let epochs = try perturbation(name)(makeRun(epochs: length), seed: 1).record.epochs
      #expect(epochs.count == count)
      #expect(epochs.first == 1)
      #expect(epochs.last == Double(length))
      let steps = zip(epochs.dropFirst(), epochs).map { $0 - $1 }
      #expect(try #require(steps.max()) - (try #require(steps.min())) <= 1)
    }
    #expect(try perturbation(name)(makeRun(epochs: 15), seed: 1).record.epochs.count == 15)
  }

  @Test func `that keeps every fifth epoch keeps the last`() throws {
    let fifth = try perturbation("every 5th epoch")
    #expect(fifth(makeRun(epochs: 20), seed: 1).record.epochs == [5, 10, 15, 20])
    #expect(fifth(makeRun(epochs: 12), seed: 1).record.epochs == [2, 7, 12])
  }

  @Test func `that leaves something out leaves out that alone`() throws {
    let run = makeRun()
    let names = { (record: RunRecord) in record.series.map(\.name) }
    let withoutAccuracy = try perturbation("without accuracy")(run, seed: 1).record
    #expect(names(withoutAccuracy) == ["loss", "val_loss"])
    let withoutTraining = try perturbation("without training loss")(run, seed: 1).record
    #expect(names(withoutTraining) == ["val_loss", "val_acc"])
    let withoutFacts = try perturbation("without facts")(run, seed: 1).record
    #expect(names(withoutFacts) == ["loss", "val_loss", "val_acc"])
    #expect(withoutFacts.facts == RunFacts())
    #expect(withoutAccuracy.facts == run.record.facts)
  }

  @Test func `that tells the loss of guessing leaves all else as it is`() {
    let run = makeRun("a")
    let truth = RunTruth(labels: [:], chance: 0.4, testLoss: [1])
    let told = Perturbation.tellingGuessing(["a": truth])(run, seed: 1).record
    #expect(told.facts.guessingLoss == 0.4)
    #expect(told.series.map(\.values) == run.record.series.map(\.values))
    #expect(Perturbation.tellingGuessing([:])(run, seed: 1).record.facts == run.record.facts)
  }
}

@Suite struct `Seeded random numbers` {
  @Test func `are those of the authors' program`() {
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `are normal with mean 0 and deviation 1`() throws {
    var random = SplitMix64(seed: 5, name: "normal")
    let numbers = (0..<20_000).map { _ in random.normal() }
    #expect(abs(try #require(numbers.mean)) < 0.03)
    #expect(abs(try #require(numbers.map { $0 * $0 }.mean) - 1) < 0.04)
  }
}
