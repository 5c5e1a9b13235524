import Diagnostics
import Reporting
import RunRecords
import Testing

@Suite struct WordingTests {
  @Test func `the headline names the onset and the epoch to keep`() throws {
    let diagnosis = SampleRuns.overfit.diagnose()
    let report = Report(diagnosis)
    let keep = try #require(diagnosis.keep)
    #expect(report.headline == "Overfits from epoch \(Int(keep.epoch) + 1). Keep epoch \(Int(keep.epoch)).")
    #expect(report.sentence.contains("likely ("))
  }

  @Test func `a run over steps is told in steps`() {
    let report = Report(
      SampleRuns.run(
        "steps", axis: .step, training: { 0.05 + 2 / $0 }, validation: { 0.6 + 1.6 / $0 + 0.0006 * $0 * $0 }
      ).diagnose())
    #expect(report.headline.hasPrefix("Overfits from step"))
    #expect(!report.sentence.contains("epoch"))
    #expect(report.figure.chart.axisTitle == "step")
  }

  @Test(arguments: SampleRuns.all)
  func `no placeholder is left in any text`(run: RunRecord) {
    let report = Report(run.diagnose())
    let texts =
      [report.headline, report.sentence, report.figure.caption] + report.findings.map(\.statement)
      + report.remedies.flatMap { [$0.action, $0.reason] }
    #expect(texts.allSatisfy { !$0.contains("{") && !$0.contains("}") }, "\(texts)")
    #expect(report.remedies.allSatisfy { $0.action.hasSuffix(".") && $0.reason.hasSuffix(".") })
    #expect(texts.allSatisfy { !$0.contains("!") })
  }

  @Test func `details replace the run's name`() {
    let report = Report(SampleRuns.good.diagnose(), details: ReportDetails(title: "Assignment 3"))
    #expect(report.title == "Assignment 3")
  }
}
