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
