import Diagnostics
import Drawing
import Reporting
import RunRecords
import Testing

@Suite struct FigureTests {
  private func figure(_ name: String, lossScale: LossScale = .automatic) throws -> Chart {
    let run = try #require(SampleRuns.all.first { $0.name == name })
    return Figure(run.diagnose(), lossScale: lossScale).chart
  }

  @Test func `one spike does not flatten the rest and is marked with its value`() throws {
    let panel = try #require(try figure("spike").panels.first)
    #expect(panel.domain.upperBound < 10)
    let labels = panel.marks.compactMap(\.label)
    #expect(labels.contains { $0.contains("900") && $0.contains("20") })
  }

  @Test func `a wide range of positive losses is drawn on a logarithmic axis`() throws {
    #expect(try figure("exploding").panels.first?.scale == .logarithmic)
    #expect(try figure("exploding", lossScale: .linear).panels.first?.scale == .linear)
    #expect(try figure("overfit", lossScale: .logarithmic).panels.first?.scale == .logarithmic)
    #expect(try figure("negative", lossScale: .logarithmic).panels.first?.scale == .linear)
  }

  @Test func `a logarithmic axis that cannot be is told`() throws {
    let run = try #require(SampleRuns.all.first { $0.name == "negative" })
    #expect(Figure(run.diagnose(), lossScale: .logarithmic).caption.contains("axis is linear"))
    #expect(!Figure(run.diagnose()).caption.contains("axis is linear"))
  }

  @Test func `values that are not finite are told at the edge`() throws {
    let labels = try #require(try figure("nan-tail").panels.first).marks.compactMap(\.label)
    #expect(labels.contains { $0.contains("NaN from epoch 28") })
  }

  @Test func `the chance level is drawn and named`() throws {
    let labels = try #require(try figure("chance").panels.first).marks.compactMap(\.label)
    #expect(labels.contains("chance (ln 10 = 2.30)"))
  }

  @Test func `losses near zero show zero, accuracies stay within 0 and 100 percent`() throws {
    let overfit = try figure("overfit")
    #expect(overfit.panels.first?.domain.lowerBound == 0)
    let accuracy = try #require(overfit.panels.last?.domain)
    #expect(accuracy.lowerBound >= 0 && accuracy.upperBound <= 1)
  }

  @Test func `an accuracy beyond its bounds is drawn where it is`() throws {
    let run = SampleRuns.run("sentinel", training: { 1 / $0 }, validation: { 1 / $0 }, accuracy: { _ in -1 })
    let domain = try #require(Figure(run.diagnose(), lossScale: .automatic).chart.panels.last?.domain)
    #expect(domain.contains(-1))
  }

  @Test func `a learning rate that changes has a panel of its own`() throws {
    let chart = try figure("steps")
    #expect(chart.panels.count == 2)
    #expect(chart.panels.last?.title.hasPrefix("Learning rate") == true)
  }

  @Test func `the dot of the epoch to keep stands at the value that is named`() throws {
    let run = SampleRuns.run(
      "noisy", epochs: 80, training: { 0.2 + 2 / $0 },
      validation: { 0.8 + 1.5 / $0 + 0.004 * $0 + (Int($0) * 7 % 5 == 0 ? -0.3 : 0.1) })
    let keep = try #require(run.diagnose().keep)
    let marks = try #require(Figure(run.diagnose()).chart.panels.first).marks
    #expect(marks.contains { $0.shape == .dot(ChartPoint(x: keep.epoch, y: keep.value)) })
  }

  @Test func `the last epoch of a run without validation is not marked as one to keep`() throws {
    let run = SampleRuns.run("training alone", training: { 1 / $0 })
    let marks = try #require(Figure(run.diagnose()).chart.panels.first).marks
    #expect(!marks.contains { $0.role == .bestEpoch })
  }

  @Test func `what falls below the axis is told at its edge`() throws {
    let run = SampleRuns.run(
      "dip", training: { 1 + 1 / $0 }, validation: { $0 == 30 ? -8 : 1.1 + 1 / $0 })
    let marks = try #require(Figure(run.diagnose()).chart.panels.first).marks
    #expect(
      marks.contains { $0.shape == .atEdge(.lower, x: 30) && $0.label == "validation −8.00 at epoch 30" })
  }

  @Test func `values beyond the axis at one epoch share a label that tells them apart`() throws {
    let labels = try #require(try figure("spike").panels.first).marks.compactMap(\.label)
    #expect(labels.contains("training 900, validation 500\nat epoch 20"))
  }

  @Test func `a loss without a finite value has no scale and takes little room`() throws {
    let panel = try #require(try figure("all-nan").panels.first)
    #expect(panel.height < 0.5)
    let canvas = RecordingCanvas(size: PageSize.a4.size)
    let run = try #require(SampleRuns.all.first { $0.name == "all-nan" })
    ReportPage(Report(run.diagnose())).draw(on: canvas)
    #expect(!canvas.textBoxes.contains { $0.text == "0.5" || $0.text == "0.2" })
  }

  @Test(arguments: SampleRuns.all)
  func `the shading begins where the headline says`(run: RunRecord) throws {
    let report = Report(run.diagnose())
    guard report.diagnosis.verdict == .overfitting, report.diagnosis.run.axis == .epoch else { return }
    let bands = report.figure.chart.panels.flatMap(\.marks).compactMap { mark -> Double? in
      if case .band(let range) = mark.shape { range.lowerBound } else { nil }
    }
    #expect(bands.allSatisfy { report.headline.contains("epoch \(Int($0))") }, "\(report.headline)")
  }

  @Test func `an accuracy is shown whole, also where it stands still`() throws {
    let dip = SampleRuns.run(
      "dip", training: { 1 / $0 }, validation: { 1 / $0 }, accuracy: { $0 == 20 ? 0.1 : 0.9 })
    #expect(try #require(Figure(dip.diagnose()).chart.panels.last).domain.contains(0.1))
    let flat = SampleRuns.run("flat", training: { 1 / $0 }, validation: { 1 / $0 }, accuracy: { _ in 0 })
    let domain = try #require(Figure(flat.diagnose()).chart.panels.last).domain
    #expect(domain == 0...1)
  }

  @Test func `long runs of scattered values are drawn with their smoothed course`() throws {
    func isSmoothed(_ count: Int) throws -> Bool {
      let run = SampleRuns.run(
        "long", epochs: count, training: { 1 / (1 + 9 * $0 / Double(count)) },
        validation: {
          0.3 + 1 / (1 + 9 * $0 / Double(count)) + 0.03 * Double(Int($0) * 5 % 13) / 13
        })
      let marks = try #require(Figure(run.diagnose()).chart.panels.first).marks
      return marks.contains { $0.role == .validationRaw }
    }
    #expect(try isSmoothed(4_000))
    #expect(try !isSmoothed(60))
  }

  @Test func `the fractions of a single epoch are labelled`() throws {
    let positions = (1...50).map { Double($0) / 50 }
    let run = RunRecord(
      name: "one epoch",
      series: [
        MetricSeries(
          name: "loss", metric: .loss, split: .training, epochs: positions, values: positions.map { 1 / $0 })
      ])
    let chart = Figure(run.diagnose()).chart
    let canvas = RecordingCanvas(size: Size(width: 400, height: 200))
    let layout = ChartLayout(
      chart, in: Rect(x: 0, y: 0, width: 400, height: 200), arrangement: .stacked, on: canvas)
    #expect(try #require(layout.frames.first).xTicks.count >= 4)
  }

  @Test func `the text for those who cannot see names the curves`() {
    let figure = Report(SampleRuns.overfit.diagnose()).figure
    #expect(figure.alternative.contains("Validation loss goes from"))
  }

  @Test(arguments: SampleRuns.all, LossScale.allCases)
  func `every run has a figure on every scale`(run: RunRecord, scale: LossScale) {
    let canvas = RecordingCanvas(size: Size(width: 480, height: 200))
    FigurePage(Figure(run.diagnose(), lossScale: scale)).draw(on: canvas)
    #expect(!canvas.lines.isEmpty)
  }
}
