import Diagnostics
import Foundation
import Reporting
import RunRecords
import TestSupport
import Testing

@Suite struct WritersTests {
  private static let schemaFile = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Reporting/Schema/diagnosis.schema.json").standardized

  @Test(arguments: SampleRuns.all)
  func `JSON fits its schema`(run: RunRecord) throws {
    let schema = try JSONSchema(contentsOf: WritersTests.schemaFile)
    let text = JSONWriter().text(of: Report(run.diagnose()))
    #expect(try schema.problems(in: text) == [])
    #expect(text.hasSuffix("}\n"))
  }

  @Test func `the schema check refuses what does not fit`() throws {
    let schema = try JSONSchema(contentsOf: WritersTests.schemaFile)
    let text = JSONWriter().text(of: Report(SampleRuns.overfit.diagnose()))
    #expect(try schema.problems(in: text.replacing("\"overfitting\"", with: "\"bad\"")) != [])
    #expect(try schema.problems(in: text.replacing("\"keepEpoch\"", with: "\"keptEpoch\"")) != [])
    #expect(try schema.problems(in: "{}").count >= 10)
  }

  @Test(arguments: SampleRuns.all)
  func `JSON names the onset that the headline names`(run: RunRecord) throws {
    struct Object: Decodable { let onsetEpoch: Double? }
    let report = Report(run.diagnose())
    let object = try JSONDecoder().decode(Object.self, from: Data(JSONWriter().text(of: report).utf8))
    let named = report.headline.firstMatch(of: /(?:from|Diverged at) (?:about )?epoch (\d+)/)?.1
    if let named { #expect(object.onsetEpoch == Double(named)) }
    if report.diagnosis.verdict == .goodFit { #expect(object.onsetEpoch == nil) }
    if run.name == SampleRuns.overfit.name { #expect(named != nil) }
  }

  @Test func `JSON on one line is the same object`() throws {
    let report = Report(SampleRuns.overfit.diagnose())
    let line = JSONWriter(isPretty: false).text(of: report)
    #expect(line.count { $0 == "\n" } == 1)
    let objects = try [line, JSONWriter().text(of: report)].map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
    }
    #expect(objects[0] == objects[1])
  }

  @Test func `text for a terminal as written`() throws {
    try expectGolden(TextWriter().text(of: Report(SampleRuns.overfit.diagnose())), "overfit.txt")
  }

  @Test func `text of a validation curve as written`() throws {
    try expectGolden(
      TextWriter().text(of: Report(SampleRuns.overHyperparameter.diagnose())), "validation-curve.txt")
  }

  @Test(
    arguments: [
      ("max_epochs", "A good fit. Choose max_epochs = 0.001."), (nil, "A good fit. Choose the value 0.001."),
      (
        String(repeating: "a__", count: 40) + "gamma",
        "A good fit. Choose …__a__a__a__a__a__a__a__a__gamma = 0.001."
      ),
    ] as [(String?, String)]) func `the headline names a hyperparameter as it is called`(
      name: String?, headline: String
    )
  {
    var run = SampleRuns.overHyperparameter
    run.hyperparameter = name
    #expect(Report(run.diagnose()).headline.replacing("\u{202F}", with: " ") == headline)
  }

  @Test func `Markdown as written`() throws {
    try expectGolden(MarkdownWriter().text(of: Report(SampleRuns.overfit.diagnose())), "overfit.md")
  }

  @Test(arguments: [40, 80, 200])
  func `lines of text keep to their width`(width: Int) {
    for run in SampleRuns.all {
      let lines = TextWriter(width: width).text(of: Report(run.diagnose())).split(separator: "\n")
      let long = lines.filter {
        $0.count > width && $0.split(separator: " ").count > 4
      }
      #expect(long.isEmpty, "\(long)")
    }
  }

  @Test(arguments: SampleRuns.all)
  func `the terminal says nothing twice`(run: RunRecord) {
    let report = Report(run.diagnose())
    let text = TextWriter(width: 10_000).text(of: report)
    for finding in report.findings {
      let statement = finding.statement.replacing("\u{202F}", with: " ")
      #expect(text.split(separator: statement, omittingEmptySubsequences: false).count == 2, "\(statement)")
    }
  }

  @Test func `the terminal tells what the epoch to keep has reached`() {
    let text = TextWriter().text(of: Report(SampleRuns.overfit.diagnose()))
    #expect(text.contains("Keep epoch 11  validation loss 0.818\n"))
  }

  @Test func `names from a log are data in Markdown`() {
    var run = SampleRuns.overfit
    run.name = "<script>*x*|`y`\nz"
    let text = MarkdownWriter().text(of: Report(run.diagnose()))
    #expect(text.contains("\\<script\\>\\*x\\*\\|\\`y\\` z"))
  }

  @Test func `colours only where they are wanted`() {
    let report = Report(SampleRuns.overfit.diagnose())
    #expect(!TextWriter().text(of: report).contains("\u{1B}"))
    #expect(TextWriter(usesColor: true).text(of: report).contains("\u{1B}[1;31m"))
  }
}
