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

@Suite struct LabelPlacementTests {
  private func texts(_ marks: [Mark], height: Double = 120) -> [String] {
    let chart = Chart(
      axisTitle: "epoch", domain: 1...40, panels: [Chart.Panel(title: "Loss", domain: 0...2, marks: marks)])
    let canvas = RecordingCanvas(size: Size(width: 300, height: height))
    let layout = ChartLayout(
      chart, in: Rect(x: 0, y: 0, width: 300, height: height), arrangement: .stacked, on: canvas)
    ChartPainter(layout, theme: .light).draw(on: canvas)
    return canvas.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [Mark.Edge.upper, .lower])
  func `a mark at an edge has its label beside it`(edge: Mark.Edge) throws {
    let keep = Mark(.bestEpoch, .verticalRule(x: 20), label: "keep epoch 20\nvalidation loss 0.827")
    let lines = texts([keep, Mark(.anomaly, .atEdge(edge, x: 26), label: "NaN from epoch 26")])
    #expect(lines.contains { $0.contains("NaN from epoch 26") })
  }

  @Test func `panels too low to read are left out, the last one first`() {
    let panel = Chart.Panel(title: "Loss", domain: 0...2, marks: [])
    var side = panel
    (side.title, side.height) = ("Learning rate", 0.3)
    let chart = Chart(axisTitle: "epoch", domain: 1...40, panels: [panel, panel, side, side])
    func count(_ height: Double) -> Int {
      let canvas = RecordingCanvas(size: Size(width: 300, height: height))
      let layout = ChartLayout(
        chart, in: Rect(x: 0, y: 0, width: 300, height: height), arrangement: .stacked, on: canvas)
      #expect(layout.frames.allSatisfy { $0.plot.height >= 0 })
      return layout.frames.count
    }
    #expect(count(420) == 4)
    #expect(count(200) == 2)
    #expect(count(60) == 1)
    #expect(count(10) == 1)
  }

  @Test(arguments: [30.0, 60, 100, 200])
  func `numbers on an axis never touch`(height: Double) {
    for domain in [0.15...5, 0.3...40, 1e-5...2, 0.01...0.09] {
      let panel = Chart.Panel(title: "Gradient norm", scale: .logarithmic, domain: domain, marks: [])
      for width in [72.0, 120, 400] {
        let canvas = RecordingCanvas(size: Size(width: width, height: height))
        let layout = ChartLayout(
          Chart(axisTitle: "step", domain: 500...100_000, panels: [panel]),
          in: Rect(x: 0, y: 0, width: width, height: height), arrangement: .stacked, on: canvas)
        for frame in layout.frames {
          let heights = frame.yTicks.map { frame.y.position(of: $0.value) }
          #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 - $1 >= 9 }, "\(domain) \(height)")
          let places = frame.xTicks.map { tick in
            (frame.x.position(of: tick.value), canvas.extent(of: tick.label, in: ChartFonts().tick).width / 2)
          }
          #expect(
            zip(places, places.dropFirst()).allSatisfy { $0.0 + $0.1 <= $1.0 - $1.1 }, "\(places)")
        }
      }
    }
  }

  @Test func `a lone epoch is the only one on its axis`() {
    let chart = Chart(
      axisTitle: "epoch", domain: 0...0, panels: [Chart.Panel(title: "Loss", domain: 0...2, marks: [])])
    let canvas = RecordingCanvas(size: Size(width: 300, height: 200))
    let layout = ChartLayout(
      chart, in: Rect(x: 0, y: 0, width: 300, height: 200), arrangement: .stacked, on: canvas)
    #expect(layout.frames.first?.xTicks.map(\.label) == ["0"])
  }
}
