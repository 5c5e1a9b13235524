import Diagnostics
import Drawing
import Reporting
import RunRecords
import Testing

/// Headline, figure and evidence name the same epoch.
@Suite struct ShownOnsetTests {
  /// A loss that lies flat for long before it rises, with its lowest value late in there.
  private let flat = SampleRuns.run(
    "flat", epochs: 60, training: { 0.1 + 2 / $0 },
    validation: {
      let base = 1 + 1.3 * max(0, 1 - $0 / 10) + 0.016 * max(0, $0 - 28)
      return $0 == 24 ? base - 0.004 : base + 0.002 * Double(Int($0) % 3)
    })

  private func labels(_ report: Report) -> [String] {
    report.figure.chart.panels.flatMap(\.marks).compactMap(\.label)
  }

  @Test func `where the loss lies flat before the epoch to keep`() throws {
    let report = Report(flat.diagnose())
    let keep = try #require(report.diagnosis.keep?.epoch)
    let onset = try #require(report.diagnosis.decidedBy?.evidence.onset?.epoch)
    #expect(keep > onset + 3)
    #expect(report.headline == "Overfits from about epoch \(Int(onset)). Keep epoch \(Int(keep)).")
    #expect(labels(report).contains("turns up\nat epoch \(Int(onset))"))
    #expect(report.findings.first?.beginning?.hasPrefix("It begins at epoch \(Int(onset))") == true)
  }

  @Test func `where both are one epoch`() throws {
    let report = Report(SampleRuns.overfit.diagnose())
    let keep = Int(try #require(report.diagnosis.keep).epoch)
    #expect(report.headline == "Overfits from epoch \(keep + 1). Keep epoch \(keep).")
    #expect(report.findings.first?.beginning?.hasPrefix("It begins at epoch \(keep + 1)") == true)
  }

  @Test func `a run diverges after the epoch to keep`() throws {
    let run = SampleRuns.run(
      "explodes", epochs: 60, training: { $0 <= 40 ? 0.3 + 2 / $0 : 0.35 * Double(1 << Int($0 - 40)) },
      validation: { $0 <= 40 ? 0.35 + 2 / $0 : 0.4 * Double(1 << Int($0 - 40)) })
    #expect(Report(run.diagnose()).headline == "Diverged at epoch 41. Keep epoch 40.")
  }
}
