import ATMLDiagnose
import TestSupport
import Testing

/// The sentences about really trained runs.
@Suite struct SentenceTests {
  @Test(arguments: [("r00710501", "48.1"), ("r190a91ec", "95.7")])
  func `a score that has not changed is told once`(name: String, score: String) throws {
    let report = Report(try RunRecord(contentsOf: Fixtures.path("accuracy/runs/\(name).csv")).diagnose())
    let texts = report.findings.map(\.statement) + report.remedies.map(\.reason)
    #expect(texts.contains { $0.contains("held (\(score)\u{202F}%)") }, "\(texts)")
    #expect(texts.allSatisfy { !$0.contains("% to \(score)") }, "\(texts)")
  }
}
