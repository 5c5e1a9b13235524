import Drawing
import TerminalDrawing
import TestSupport
import Testing

@Suite struct ChartTests {
  private let chart: Chart = {
    let epochs = (1...24).map(Double.init)
    let training = epochs.map { ChartPoint(x: $0, y: 2 / $0) }
    let validation = epochs.map { ChartPoint(x: $0, y: 1.5 / $0 + 0.02 * $0) }
    return Chart(
      axisTitle: "epoch", domain: 1...24,
      panels: [
        Chart.Panel(
          title: "Loss", domain: 0...2,
          marks: [
            Mark(.evidence, .band(9...24), label: "overfit"),
            Mark(.training, .line(training), label: "training 0.083"),
            Mark(.validation, .line(validation), label: "validation 0.543"),
            Mark(.chance, .horizontalRule(y: 0.693), label: "chance (ln 2 = 0.693)"),
            Mark(.bestEpoch, .verticalRule(x: 9), label: "keep epoch 9\nvalidation loss 0.347"),
            Mark(.validation, .dot(validation[8])),
            Mark(.anomaly, .atEdge(.upper, x: 20), label: "812 at epoch 20"),
          ]),
        Chart.Panel(
          title: "Accuracy (%)", domain: 0.5...1, ticks: .percent,
          marks: [
            Mark(
              .validation, .line(epochs.map { ChartPoint(x: $0, y: 1 - 0.5 / $0) }), label: "validation 98 %")
          ]),
      ])
  }()

  private func recording(width: Double, height: Double, _ arrangement: ChartLayout.Arrangement)
    -> RecordingCanvas
  {
    let canvas = RecordingCanvas(size: Size(width: width, height: height))
    let layout = ChartLayout(
      chart, in: Rect(x: 0, y: 0, width: width, height: height), arrangement: arrangement, on: canvas)
    ChartPainter(layout, theme: .light).draw(on: canvas)
    return canvas
  }

  @Test func `stacked panels as recorded`() throws {
    try expectGolden(recording(width: 400, height: 300, .stacked).text, "stacked.txt")
  }

  @Test(arguments: [(220.0, 200.0), (400, 300), (480, 640), (900, 300)])
  func `no label touches another or leaves the page`(width: Double, height: Double) {
    for arrangement in [ChartLayout.Arrangement.stacked, .sideBySide]
    where arrangement == .stacked || width > 400 {
      let boxes = recording(width: width, height: height, arrangement).textBoxes
      for (index, one) in boxes.enumerated() {
        for other in boxes[(index + 1)...] {
          #expect(!one.box.overlaps(other.box), "\(one) and \(other) at \(width)x\(height)")
        }
        #expect(one.box.x >= -0.5 && one.box.maxX <= width + 0.5, "\(one) at \(width)x\(height)")
        #expect(one.box.y >= -0.5 && one.box.maxY <= height + 0.5, "\(one) at \(width)x\(height)")
      }
    }
  }

  @Test func `panels of a stack share their x axis`() {
    let canvas = RecordingCanvas(size: Size(width: 400, height: 300))
    let layout = ChartLayout(
      chart, in: Rect(x: 0, y: 0, width: 400, height: 300), arrangement: .stacked, on: canvas)
    #expect(Set(layout.frames.map(\.plot.x)).count == 1)
    #expect(Set(layout.frames.map(\.plot.width)).count == 1)
    #expect(layout.frames.map(\.labelsAxis) == [false, true])
  }

  @Test func `the terminal's chart as drawn`() throws {
    try expectGolden(TerminalChart(chart, columns: 72, rows: 9).text + "\n", "terminal.txt")
  }

  /// Epochs and values at the ends of what a number can hold, in rooms that hold nothing.
  @Test(
    arguments: [0...Double.leastNonzeroMagnitude, -1.7e308...1.7e308, 1e300...1e300, 1e-300...1e300]
      as [ClosedRange<Double>])
  func `an extreme chart is drawn`(domain: ClosedRange<Double>) {
    let ends = [domain.lowerBound, domain.upperBound]
    let marks = [
      Mark(.training, .line(ends.map { ChartPoint(x: $0, y: $0) }), label: "training"),
      Mark(.onset, .verticalRule(x: 1e308), label: "far out"),
      Mark(.evidence, .band(-1e308...1e308), label: "wide"),
      Mark(.bestEpoch, .dot(ChartPoint(x: .nan, y: .infinity)), label: "nowhere"),
    ]
    for kind in domain.lowerBound > 0 ? [Scale.Kind.linear, .logarithmic] : [.linear] {
      let extreme = Chart(
        axisTitle: "epoch", domain: domain,
        panels: [Chart.Panel(title: "Loss", scale: kind, domain: domain, marks: marks)])
      for side in [0.0, 1, 300] {
        let canvas = RecordingCanvas(size: Size(width: side, height: side))
        let room = Rect(x: 0, y: 0, width: side, height: side)
        for arrangement in [ChartLayout.Arrangement.stacked, .sideBySide] {
          ChartPainter(ChartLayout(extreme, in: room, arrangement: arrangement, on: canvas), theme: .light)
            .draw(on: canvas)
        }
        // A label that has no room is left out.
        #expect(canvas.textBoxes.contains { $0.text == "training" } == (side > 1))
      }
      #expect(TerminalChart(extreme).text.contains("training"))
    }
  }

  @Test func `a chart without panels draws nothing`() {
    let empty = Chart(axisTitle: "epoch", domain: 0...0, panels: [])
    let canvas = RecordingCanvas(size: Size(width: 100, height: 100))
    for arrangement in [ChartLayout.Arrangement.stacked, .sideBySide] {
      let layout = ChartLayout(
        empty, in: Rect(x: 0, y: 0, width: 100, height: 100), arrangement: arrangement, on: canvas)
      ChartPainter(layout, theme: .light).draw(on: canvas)
    }
    #expect(canvas.lines.isEmpty)
    #expect(TerminalChart(empty).text.isEmpty)
  }

  @Test func `a line breaks where a value is not finite`() {
    var broken = chart
    broken.panels = [
      Chart.Panel(
        title: "Loss", domain: 0...3,
        marks: [
          Mark(
            .training,
            .line([1, 2, .nan, 3, 2].enumerated().map { ChartPoint(x: Double($0.offset), y: $0.element) }))
        ])
    ]
    let canvas = RecordingCanvas(size: Size(width: 200, height: 100))
    let layout = ChartLayout(
      broken, in: Rect(x: 0, y: 0, width: 200, height: 100), arrangement: .stacked, on: canvas)
    ChartPainter(layout, theme: .light).draw(on: canvas)
    let color = Theme.light.style(of: .training).stroke.color.hex
    let lines = canvas.lines.filter { $0.contains("stroke \(color)") }
    #expect(lines.count == 2)
    #expect(!canvas.text.lowercased().contains("nan"))
  }
}
