import TestSupport
import Testing

@testable import Diagnostics

/// Values in every order that a selection might meet: shuffled, in order, equal, and with few different ones.
private let samples: [[Double]] = {
  var generator = SeededGenerator(seed: 11)
  let shuffled = [1, 2, 5, 11, 12, 40, 99, 100, 333].map { count in
    (0..<count).map { _ in Double.random(in: -3...3, using: &generator) }
  }
  let rising = (0..<120).map(Double.init)
  let coarse = shuffled.map { $0.map { $0.rounded() } }
  let pipes = (0..<150).map { Double(min($0, 150 - $0)) }
  return shuffled + coarse + [rising, rising.reversed(), pipes, [Double](repeating: 4, count: 77)]
}()

@Suite struct `A selection` {
  @Test(arguments: samples) func `finds the value of every rank`(_ values: [Double]) {
    let sorted = values.sorted()
    for rank in Set([0, values.count / 3, values.count / 2, values.count - 1]) {
      #expect(values.withScratchCopy { $0.value(ofRank: rank) } == sorted[rank])
    }
  }

  @Test(arguments: samples) func `gives the quantiles of sorted values`(_ values: [Double]) throws {
    let sorted = values.sorted()
    for share in [0, 0.1, 0.5, 0.9, 1] {
      let position = share * Double(values.count - 1)
      let below = Int(position)
      let fraction = position - Double(below)
      let above = min(below + 1, values.count - 1)
      let quantile = try #require(values.quantile(share))
      #expect(abs(quantile - (sorted[below] * (1 - fraction) + sorted[above] * fraction)) < 1e-12)
    }
  }

  @Test func `of nothing is nothing`() {
    #expect([Double]().median() == nil)
    #expect([Double]().deviation() == nil)
    #expect([Double]().lowestIndex == nil && [Double]().highestIndex == nil)
  }

  @Test(arguments: samples) func `smooths as windows that are sorted`(_ values: [Double]) {
    for width in [3, 5, 9] {
      let smoothed = RunningMedian.smooth(values, width: width)
      for index in values.indices where values.count > 2 {
        let reach = min(width / 2, index, values.count - 1 - index)
        #expect(smoothed[index] == values[(index - reach)...(index + reach)].sorted()[reach])
      }
    }
  }

  @Test(arguments: samples) func `finds the extremes where they come first`(_ values: [Double]) {
    #expect(values.lowestIndex == values.min().flatMap { values.firstIndex(of: $0) })
    #expect(values.highestIndex == values.max().flatMap { values.firstIndex(of: $0) })
  }

  @Test(arguments: samples) func `knows the share of a majority`(_ values: [Double]) {
    let most = Dictionary(grouping: values) { ($0 * 1e4).rounded() }.values.map(\.count).max() ?? 0
    let share = Double(most) / Double(values.count)
    #expect(values[...].majorityShare == (share >= 0.5 ? share : 0))
    #expect(values[...].mostFrequent.share == share)
  }
}
