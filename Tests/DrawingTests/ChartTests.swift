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
            Mark(.anomaly, .atUpperEdge(x: 20), label: "812 at epoch 20"),
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
    let lines = canvas.lines.filter { $0.contains("stroke #0072B2") }
    #expect(lines.count == 2)
    #expect(!canvas.text.lowercased().contains("nan"))
  }
}
