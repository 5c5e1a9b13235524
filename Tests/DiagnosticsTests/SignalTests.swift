import RunRecords
import TestSupport
import Testing

@testable import Diagnostics

private func curve(_ values: [Double], _ metric: Metric = .loss) -> MeasuredCurve {
  MeasuredCurve(
    MetricSeries(
      name: "x", metric: metric, split: .validation, epochs: values.indices.map { Double($0 + 1) },
      values: values))
}

@Suite struct `Noise` {
  @Test(arguments: [0.01, 0.05, 0.2]) func `is found under a trend, of size`(_ deviation: Double) {
    // A uniform distribution of half-width w has the deviation w/√3.
    let width = deviation * 3.0.squareRoot()
    var generator = SeededGenerator(seed: 7)
    let values = (0..<400).map {
      5 - 0.01 * Double($0) + Double.random(in: -width...width, using: &generator)
    }
    let measured = curve(values).noise
    #expect(abs(measured - deviation) < 0.25 * deviation)
  }

  @Test func `is none on lines and constants`() {
    #expect(curve((0..<40).map { 3 - 0.05 * Double($0) }).noise < 1e-12)
    #expect(curve([Double](repeating: 0.5, count: 40)).noise == 0)
  }

  @Test func `is not none on coarse values that mostly repeat`() {
    var values = [Double](repeating: 0.9, count: 40)
    for index in stride(from: 22, to: 40, by: 6) { values[index] = 0.92 }
    #expect(curve(values, .accuracy).noise > 0)
  }
}

@Suite struct `Trends` {
  @Test func `of autocorrelated values are less significant`() {
    var generator = SeededGenerator(seed: 3)
    var level = 0.0
    let walk = (0..<80).map { _ in
      level = 0.85 * level + Double.random(in: -1...1, using: &generator)
      return level
    }
    #expect(MannKendallTest.varianceFactor(of: walk) > 1.5)
    let white = (0..<80).map { _ in Double.random(in: -1...1, using: &generator) }
    #expect(MannKendallTest.varianceFactor(of: white) < 1.5)
  }

  @Test func `are not bent by wild values`() throws {
    var values = (0..<30).map { 2 - 0.03 * Double($0) }
    for index in [3, 11, 19, 27] { values[index] = 100 }
    let line = try #require(TheilSenLine(values))
    #expect(abs(line.slope + 0.03) < 1e-9)
    #expect(line.interval.contains(-0.03))
  }

  @Test func `need two values`() {
    #expect(TheilSenLine([]) == nil)
    #expect(TheilSenLine([1]) == nil)
    #expect(MannKendallTest([]).deviate == 0)
  }
}

@Suite struct `Knots` {
  @Test(arguments: [10, 20, 30]) func `are found where two lines meet, at`(_ turn: Int) throws {
    let values = (1...40).map { $0 <= turn ? 2 - 0.02 * Double($0 - turn) : 2 + 0.04 * Double($0 - turn) }
    let points = ThinnedPoints(epochs: (1...40).map(Double.init), values: values, limit: 200)
    let fit = try #require(KnotFit(points, noise: 0.001))
    #expect(fit.epoch == Double(turn))
    #expect(fit.interval.contains(Double(turn)))
  }

  @Test func `are known less well under noise`() throws {
    let epochs = (1...60).map(Double.init)
    let clean = epochs.map { $0 <= 30 ? 2 - 0.02 * ($0 - 30) : 2 + 0.02 * ($0 - 30) }
    func width(_ share: Double) throws -> Double {
      let points = ThinnedPoints(epochs: epochs, values: noisy(clean, by: share, seed: 4), limit: 200)
      let fit = try #require(KnotFit(points, noise: share))
      return fit.interval.upperBound - fit.interval.lowerBound
    }
    #expect(try width(0.04) > width(0.004))
  }

  @Test func `are none in a curve that only falls`() {
    let points = ThinnedPoints(
      epochs: (1...30).map(Double.init), values: (1...30).map { 3 - 0.1 * Double($0) }, limit: 200)
    #expect(KnotFit(points, noise: 0) == nil)
  }
}

@Suite struct `The likeliest turn` {
  /// Logarithms that fall to a place and rise from another.
  private func course(from: Int, through: Int, count: Int) -> [Double] {
    (0..<count).map { 0.05 * Double($0 < from ? from - $0 : max($0 - through, 0)) }
  }

  @Test(arguments: [10, 20, 30]) func `is where a sharp course turns, at`(_ place: Int) {
    #expect(LikeliestTurn.index(of: course(from: place, through: place, count: 40)) == place)
  }

  @Test func `lies within a flat stretch, whatever noise has the lowest value`() throws {
    let flat = course(from: 20, through: 30, count: 60)
    for seed in 0..<20 {
      let shaken = noisy(flat.map(\.exponential), by: 0.02, seed: UInt64(seed)).map(\.naturalLog)
      let place = try #require(LikeliestTurn.index(of: shaken))
      #expect((17...33).contains(place))
    }
  }

  @Test func `does not depend on the level`() {
    let shaken = noisy(course(from: 12, through: 18, count: 50).map(\.exponential), by: 0.03, seed: 3)
    #expect(
      LikeliestTurn.index(of: shaken.map(\.naturalLog))
        == LikeliestTurn.index(of: shaken.map { (1_000 * $0).naturalLog }))
  }

  @Test func `is the last epoch of a course that only falls, and none of no course`() {
    #expect(LikeliestTurn.index(of: (0..<40).map { -0.1 * Double($0) }) ?? 0 >= 37)
    #expect(LikeliestTurn.index(of: [1]) == 0)
    #expect(LikeliestTurn.index(of: []) == nil)
  }
}

@Suite struct `The onset of overfitting` {
  static let training = decay(from: 2, to: 0, over: 40, half: 4)

  @Test func `is where the validation loss turns`() throws {
    let run = makeRun(
      training: Self.training, validation: valley(from: 2.3, low: 0.6, turn: 15, to: 1.1, over: 40))
    #expect(try abs(#require(MeasuredRun(run).overfitOnset).epoch - 16) <= 2)
  }

  @Test func `is where training has done half of its way if the validation loss shows none`() throws {
    let run = makeRun(training: Self.training, validation: decay(from: 2, to: 0.5, over: 40, half: 12))
    let onset = try #require(MeasuredRun(run).overfitOnset)
    #expect(onset.epoch == 5)
    #expect(onset.interval.upperBound >= 36)
  }

  @Test func `stays with a turn that comes late and shows`() throws {
    let late = valley(from: 2.3, low: 0.6, turn: 36, to: 1.1, over: 40)
    #expect(
      try #require(MeasuredRun(makeRun(training: Self.training, validation: late)).overfitOnset).epoch > 30)
  }
}

@Suite struct `Extrapolation of a falling curve` {
  @Test(arguments: [0.25, 0.5, 1.0]) func `meets the power law`(_ exponent: Double) throws {
    func law(_ x: Double) -> Double { 0.2 + 2 * x.raised(to: -exponent) }
    let future = try #require(Extrapolation((1...60).map { law(Double($0)) }, steps: 30, noise: 1e-4))
    let truth = law(60) - law(90)
    #expect(abs(future.gain - truth) < 0.15 * truth)
    #expect(future.interval.lowerBound <= truth && truth <= future.interval.upperBound * 1.05)
  }

  @Test func `is less sure under noise`() throws {
    let values = (1...60).map { 0.2 + 2 * Double($0).raised(to: -0.5) }
    let quiet = try #require(Extrapolation(values, steps: 30, noise: 1e-4))
    let loud = try #require(Extrapolation(noisy(values, by: 0.05, seed: 2), steps: 30, noise: 0.02))
    func reach(_ future: Extrapolation) -> Double { (future.interval.upperBound - future.gain) / future.gain }
    #expect(reach(loud) > reach(quiet))
  }

  @Test func `promises nothing for a rising curve`() {
    #expect(Extrapolation((1...40).map(Double.init), steps: 20, noise: 0) == nil)
  }
}

@Suite struct `Spikes` {
  @Test func `are found where they are, with their factor`() throws {
    var values = (1...60).map { 0.5 + 2 / Double($0) }
    values[29] *= 4
    let spikes = SpikeFilter.spikes(in: values, reach: 5)
    #expect(spikes.map(\.index) == [29])
    #expect(abs(try #require(spikes.first).height - 4) < 0.3)
    #expect(try #require(spikes.first).isRecovered)
  }

  @Test func `that stay are not recovered`() {
    // A level that holds for longer than the window is reached no more by a spike.
    let values = (1...60).map { $0 < 58 ? 0.5 : 5 }
    let spikes = SpikeFilter.spikes(in: values, reach: 5)
    #expect(spikes.map(\.index) == [57])
    #expect(!spikes.contains { $0.isRecovered })
  }

  @Test func `do not count downwards`() {
    var values = (1...60).map { 0.5 + 2 / Double($0) }
    values[29] /= 4
    #expect(SpikeFilter.spikes(in: values, reach: 5).allSatisfy { $0.index != 29 })
  }
}

@Suite struct `The level of guessing` {
  @Test(arguments: [2, 10, 1000]) func `is known for a number of classes of`(_ count: Int) throws {
    let chance = try #require(
      ChanceLevel(facts: RunFacts(classCount: count), first: Self.nothing, last: Self.nothing))
    #expect(chance.source == .classCount(count))
    #expect(chance.loss == Double(count).naturalLog)
    #expect(chance.accuracy == 1 / Double(count))
  }

  @Test func `is the loss of guessing that is given`() throws {
    let facts = RunFacts(classCount: 2, guessingLoss: 0.3)
    let reading = ChanceLevel.Reading(losses: [0.69], accuracies: [0.5])
    let chance = try #require(ChanceLevel(facts: facts, first: reading, last: reading))
    #expect(chance.source == .loss && chance.loss == 0.3 && chance.accuracy == 0.5)
    // Whatever the accuracies look like.
    #expect(chance.guessing(accuracies: [Double](repeating: 0.97, count: 30)).loss == 0.3)
    let values = try #require(
      ChanceLevel(facts: RunFacts(guessingLoss: 16), first: Self.nothing, last: Self.nothing))
    #expect(values.loss == 16 && values.classCount == nil && values.skill(ofAccuracy: 0.9) == nil)
  }

  @Test func `is guessed where loss and accuracy agree`() throws {
    let reading = ChanceLevel.Reading(losses: [2.31], accuracies: [0.11])
    let first = try #require(ChanceLevel(facts: RunFacts(), first: reading, last: Self.nothing))
    #expect(first.source == .guessedClassCount(10))
    let last = try #require(
      ChanceLevel(
        facts: RunFacts(), first: ChanceLevel.Reading(losses: [9], accuracies: [0.1]), last: reading))
    #expect(last.source == .guessedClassCount(10))
  }

  @Test func `is guessed where both losses begin at that of as many classes`() throws {
    let reading = ChanceLevel.Reading(losses: [2.3016, 2.3017], accuracies: [0.2])
    let chance = try #require(ChanceLevel(facts: RunFacts(), first: reading, last: Self.nothing))
    #expect(chance.source == .guessedClassCount(10))
    for losses in [[2.3016], [2.3016, 2.28], [2.29, 2.29], [4.605, 4.605]] {
      let other = ChanceLevel.Reading(losses: losses, accuracies: [0.2])
      #expect(ChanceLevel(facts: RunFacts(), first: other, last: Self.nothing) == nil, "\(losses)")
    }
  }

  @Test(arguments: [(2.31, 0.5), (1.9, nil), (0.1, 0.5), (2.45, 0.2)] as [(Double, Double?)])
  func `is not guessed from a loss and an accuracy of`(_ loss: Double, _ accuracy: Double?) {
    let reading = ChanceLevel.Reading(losses: [loss], accuracies: [accuracy].compactMap(\.self))
    #expect(ChanceLevel(facts: RunFacts(), first: reading, last: reading) == nil)
  }

  @Test func `is not guessed where one of the accuracies disagrees`() {
    let reading = ChanceLevel.Reading(losses: [2.31], accuracies: [0.11, 0.4])
    #expect(ChanceLevel(facts: RunFacts(), first: Self.nothing, last: reading) == nil)
  }

  @Test(arguments: [-1, 0, 1]) func `is unknown for a number of classes of`(few: Int) {
    let reading = ChanceLevel.Reading(losses: [2.3], accuracies: [0.1])
    #expect(ChanceLevel(facts: RunFacts(classCount: few), first: reading, last: reading) == nil)
  }

  /// Shares of classes, and what a model gets right that always answers with the most frequent one.
  @Test(arguments: [
    [0.5, 0.5], [0.9, 0.1], [0.4, 0.35, 0.25], [0.3, 0.3, 0.3, 0.1], [Double](repeating: 0.1, count: 10),
    [0.39, 0.39, 0.22],
  ]) func `has no entropy below the least, with shares of`(_ shares: [Double]) throws {
    let least = try #require(ChanceLevel.leastEntropy(accuracy: shares.max() ?? 0))
    let entropy = shares.reduce(0) { $0 - $1 * $1.naturalLog }
    #expect(least <= entropy + 1e-9)
    // Where all classes but one have the largest share, there is nothing below.
    if shares.dropLast().allSatisfy({ $0 == shares[0] }) { #expect(abs(least - entropy) < 1e-9) }
  }

  static let nothing = ChanceLevel.Reading(losses: [], accuracies: [])
}

@Suite struct `A measured curve` {
  @Test func `leaves out what is not finite`() {
    let measured = curve([2, .nan, 1, .infinity, 0.5, 0.6])
    #expect(measured.epochs == [1, 3, 5, 6])
    #expect(measured.values == [2, 1, 0.5, 0.6])
    #expect(measured.series.count == 6)
  }

  @Test func `is best where the metric says`() {
    #expect(curve([3, 2, 1, 1, 1, 2, 3]).bestIndex == 2)
    #expect(curve([0.1, 0.5, 0.9, 0.9, 0.9, 0.8, 0.2], .accuracy).bestIndex == 2)
    #expect(curve([3, 2, 1], .learningRate).bestIndex == nil)
    #expect(curve([.nan]).bestIndex == nil)
  }

  @Test func `tells shares of its range where it is not positive`() {
    let measured = curve((0..<40).map { 1 - 0.1 * Double($0) })
    #expect(measured.share(1, of: -2) == 1 / measured.range)
    #expect(curve([2, 1, 1, 1]).share(0.5, of: 2) == 0.25)
  }
}
