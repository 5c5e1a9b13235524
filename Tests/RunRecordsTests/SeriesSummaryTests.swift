import RunRecords
import Testing

struct SeriesSummaryTests {
  private func summary(
    _ values: [Double], _ direction: Metric.Direction = .lowerIsBetter, from first: Int = 1
  ) -> SeriesSummary {
    var summary = SeriesSummary(direction: direction)
    for (index, value) in values.enumerated() { summary.include(value, at: Double(first + index)) }
    return summary
  }

  @Test func `the best value follows the direction`() {
    #expect(summary([3, 1, 2]).best == 1)
    #expect(summary([3, 1, 2], .higherIsBetter).best == 3)
    #expect(summary([3, 1, 2], .none).best == nil)
  }

  @Test func `the first epoch of the best value counts`() {
    #expect(summary([3, 1, 1]).bestEpoch == 2)
  }

  @Test func `values that are not finite are counted and never best`() {
    let counted = summary([.nan, -.infinity, 2])
    #expect(counted.count == 3)
    #expect(counted.nonFiniteCount == 2)
    #expect(counted.best == 2)
    #expect(counted.first?.isNaN == true)
  }

  @Test(arguments: [Metric.Direction.lowerIsBetter, .higherIsBetter, .none])
  func `a summary of two parts is the summary of the whole`(direction: Metric.Direction) {
    let values = [3.0, .nan, 1, 4, 0.5, 9]
    for cut in 0...values.count {
      let joined = summary(Array(values[..<cut]), direction)
        .followed(by: summary(Array(values[cut...]), direction, from: cut + 1))
      let whole = summary(values, direction)
      #expect(joined.count == whole.count)
      #expect(joined.nonFiniteCount == whole.nonFiniteCount)
      #expect(joined.first == whole.first)
      #expect(joined.last == whole.last)
      #expect(joined.best == whole.best)
      #expect(joined.bestEpoch == whole.bestEpoch)
    }
  }

  @Test func `dividing and shifting change values and epochs`() {
    let changed = summary([80, 90], .higherIsBetter).divided(by: 100).shifted(by: 10)
    #expect(changed.first == 0.8)
    #expect(changed.best == 0.9)
    #expect(changed.bestEpoch == 12)
  }
}
