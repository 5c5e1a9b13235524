import Diagnostics
import Drawing
import Reporting
import RunRecords
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Labels cover neither a curve nor a rule while there is room, wherever a run turns.
@Suite struct FigureLabelTests {
  /// A run whose validation loss turns up at an epoch.
  private func run(turningAt turn: Double, epochs: Int, isLogarithmic: Bool) -> RunRecord {
    SampleRuns.run(
      "turns at \(turn)", epochs: epochs,
      training: { isLogarithmic ? 2.3 * exp(-$0 / 8) : 0.3 + 2 / ($0 + 1) },
      validation: { epoch in
        let fall = 2.4 / (1 + 3 * min(epoch, turn) / turn)
        return fall + 0.9 * max(0, epoch - turn) / Double(epochs)
      },
      accuracy: { 0.8 - 0.5 / $0 })
  }

  @Test(arguments: [20, 50], [false, true])
  func `no label of a page is crossed, wherever a run turns`(epochs: Int, isLogarithmic: Bool) {
    for turn in 2..<(epochs - 2) {
      let run = run(turningAt: Double(turn), epochs: epochs, isLogarithmic: isLogarithmic)
      let canvas = RecordingCanvas(size: PageSize.a4.size)
      ReportPage(Report(run.diagnose()), size: .a4).draw(on: canvas)
      #expect(canvas.crossedTexts.isEmpty, "turning at \(turn) of \(epochs)")
    }
  }

  @Test(arguments: [1, 2, 3, 6])
  func `the label of the epoch to keep leaves the rule of the onset beside it free`(distance: Double) {
    for keep in stride(from: 1.0, through: 34, by: 1) {
      let curve = (1...40).map { ChartPoint(x: Double($0), y: 0.2 + 1.6 / Double($0)) }
      let marks = [
        Mark(.training, .line(curve), label: "training 0.240"),
        Mark(.onset, .verticalRule(x: keep + distance), label: "turns up\nat epoch \(Int(keep + distance))"),
        Mark(.bestEpoch, .verticalRule(x: keep), label: "keep epoch \(Int(keep))\nvalidation loss 0.829"),
      ]
      let chart = Chart(
        axisTitle: "epoch", domain: 1...40, panels: [Chart.Panel(title: "Loss", domain: 0...2, marks: marks)])
      for size in [Size(width: 480, height: 200), Size(width: 260, height: 180)] {
        let canvas = RecordingCanvas(size: size)
        let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
        ChartPainter(ChartLayout(chart, in: area, arrangement: .stacked, on: canvas), theme: .light)
          .draw(on: canvas)
        #expect(canvas.crossedTexts.isEmpty, "keep \(keep), onset \(distance) later, \(size)")
        #expect(canvas.textBoxes.contains { $0.text == "keep epoch \(Int(keep))" })
        #expect(canvas.textBoxes.contains { $0.text == "turns up" })
      }
    }
  }

  @Test(arguments: SampleRuns.all)
  func `the label of the epoch to keep is never left out of a figure`(run: RunRecord) {
    let figure = Report(run.diagnose()).figure
    let labels = figure.chart.panels.first?.marks.filter { $0.role == .bestEpoch }.compactMap(\.label) ?? []
    let canvas = RecordingCanvas(size: PageSize.figure.size)
    FigurePage(figure).draw(on: canvas)
    for label in labels {
      let first = label.split(separator: "\n").first.map(String.init) ?? label
      let words = first.split(separator: " ").suffix(2).joined(separator: " ")
      #expect(canvas.textBoxes.contains { $0.text.hasSuffix(words) }, "\(label)")
    }
  }
}
