import Drawing
import TestSupport
import Testing

@Suite struct EndLabelTests {
  @Test func `labels far apart stay where they are`() {
    #expect(EndLabels.spread([100, 20], spacing: 10, within: 0...200) == [100, 20])
  }

  @Test func `touching labels move by the same amount`() {
    #expect(EndLabels.spread([50, 52], spacing: 10, within: 0...200) == [46, 56])
  }

  @Test func `labels never touch, keep their order and stay inside`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let count = Int.random(in: 1...8, using: &generator)
      let wanted = (0..<count).map { _ in Double.random(in: 0...100, using: &generator) }
      let places = EndLabels.spread(wanted, spacing: 12, within: 0...100)
      let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
      for (one, next) in zip(order, order.dropFirst()) {
        #expect(places[next] - places[one] >= 12 - 1e-9)
      }
      #expect(places.allSatisfy { $0 >= -1e-9 && $0 <= 100 + 1e-9 })
    }
  }
}

@Suite struct DecimationTests {
  @Test func `a lone spike survives`() {
    var points = (0..<50_000).map { Point(x: Double($0) / 100, y: 10) }
    points[31_234].y = -500
    let reduced = Decimation.reduced(points, column: 0.5)
    #expect(reduced.count < 4_100)
    #expect(reduced.contains(points[31_234]))
    #expect(reduced.first == points.first)
    #expect(reduced.last == points.last)
    #expect(reduced.map(\.x) == reduced.map(\.x).sorted())
  }

  @Test func `points in one column, far out or nowhere end`() {
    for x in [Double.nan, .infinity, 1e300, 0] {
      let points = (0..<100).map { Point(x: x, y: Double($0)) }
      let reduced = Decimation.reduced(points, column: 0.5)
      #expect(reduced.first?.y == 0)
      #expect(reduced.last?.y == 99)
    }
  }

  @Test func `few points are kept as they are`() {
    let points = [Point(x: 0, y: 1), Point(x: 50, y: 2), Point(x: 100, y: 3)]
    #expect(Decimation.reduced(points, column: 0.5) == points)
  }
}
