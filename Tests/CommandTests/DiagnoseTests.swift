import Foundation
import TestSupport
import Testing

@Suite struct DiagnoseTests {
  private let overfit = SampleLog.overfit

  @Test func `a log gives a verdict and two reports, and says where they are`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    let result = try command("run.csv")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Overfits from epoch"))
    #expect(result.output.contains("What to do next"))
    #expect(result.output.contains("Written: reports/run.pdf, reports/run.png"))
    #expect(try command.read("reports/run.pdf").starts(with: Data("%PDF".utf8)))
    #expect(try command.read("reports/run.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(!result.output.contains("\u{1B}"), "no escape codes into a file")
  }

  @Test func `formats go by extension, folders are made`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    let result = try command(
      "run.csv", "-o", "a.svg", "-o", "deep/er/b.json", "-o", "c.md", "-o", "d.pdf", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(String(decoding: try command.read("a.svg"), as: UTF8.self).contains("</svg>"))
    #expect(String(decoding: try command.read("deep/er/b.json"), as: UTF8.self).contains("\"verdict\""))
    #expect(String(decoding: try command.read("c.md"), as: UTF8.self).hasPrefix("# Overfits"))
    #expect(!command.exists("reports"))
  }

  @Test(arguments: ["json", "md", "svg"])
  func `a format alone goes to standard output, with nothing beside it`(format: String) throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    let named = try command("run.csv", "--format", format)
    let dashed = try command("run.csv", "-o", "-", "--format", format)
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.output == dashed.output)
    #expect(!command.exists("reports"))
    #expect(!named.output.contains("Written:"))
  }

  @Test func `JSON has the documented keys`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    let result = try command("run.csv", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: result.outputData) as? [String: Any])
    for key in ["schemaVersion", "input", "verdict", "findings", "keepEpoch", "remedies", "notes", "series"] {
      #expect(object[key] != nil, "\(key) is missing")
    }
    #expect(object["verdict"] as? String == "overfitting")
    let series = try #require(object["series"] as? [[String: Any]])
    #expect(series.count == 4)
    #expect(series.allSatisfy { $0["count"] as? Int == 40 })
  }

  @Test func `values that are not finite are strings in JSON`() throws {
    let command = try Command()
    try command.write("epoch,loss,val_loss\n1,2,2\n2,1,1.5\n3,inf,nan\n", to: "run.csv")
    let text = try command("run.csv", "--format", "json").output
    #expect(text.contains("\"last\" : \"Infinity\""))
    #expect(text.contains("\"last\" : \"NaN\""))
    #expect(text.contains("\"verdict\" : \"diverged\""))
  }

  @Test func `standard input is read`() throws {
    let command = try Command()
    let result = try command("-", input: overfit)
    #expect(result.status == 0, "\(result.errors)")
    #expect(command.exists("reports/stdin.pdf"))
  }

  @Test func `several logs each have a report, and a table at the end`() throws {
    let command = try Command()
    for name in ["a/metrics.csv", "b/metrics.csv", "c.csv"] { try command.write(overfit, to: name) }
    let result = try command("a/metrics.csv", "b/metrics.csv", "c.csv")
    #expect(result.status == 0, "\(result.errors)")
    for name in ["a-metrics", "b-metrics", "c"] { #expect(command.exists("reports/\(name).png"), "\(name)") }
    let table = result.output.split(separator: "\n").suffix(4)
    #expect(table.first?.hasPrefix("verdict") == true)
    #expect(table.dropFirst().allSatisfy { $0.hasPrefix("overfitting") })
  }

  @Test func `a log that fails does not keep the others from being read`() throws {
    let command = try Command()
    try command.write(overfit, to: "good.csv")
    try command.write("a,b\n1,2\n", to: "bad.csv")
    let result = try command("bad.csv", "good.csv")
    #expect(result.status == 65)
    #expect(result.errors.contains("bad.csv"))
    #expect(command.exists("reports/good.pdf"))
  }

  @Test func `the same log gives the same bytes`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    for format in ["pdf", "png", "svg", "json", "md"] {
      _ = try command("run.csv", "-o", "one.\(format)", "-o", "two.\(format)", "--quiet")
      #expect(try command.read("one.\(format)") == command.read("two.\(format)"), "\(format)")
    }
  }

  @Test func `the page takes title, author, date, size, theme and scale`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    let result = try command(
      "run.csv", "-o", "a.svg", "--title", "Assignment <3> & more", "--author", "A. Student", "--date",
      "2026-11-23", "--size", "letter", "--theme", "dark", "--log-scale", "--quiet")
    #expect(result.status == 0, "\(result.errors)")
    let text = String(decoding: try command.read("a.svg"), as: UTF8.self)
    #expect(text.contains("Assignment &lt;3&gt; &amp; more"))
    #expect(text.contains("A. Student"))
    #expect(text.contains("2026-11-23"))
    #expect(text.contains("612pt"))
    #expect(text.contains("(log scale)"))
  }

  @Test func `only the figure is drawn when asked for`() throws {
    let command = try Command()
    try command.write(overfit, to: "run.csv")
    _ = try command("run.csv", "-o", "a.svg", "--figure-only", "--size", "160x70mm", "--quiet")
    let text = String(decoding: try command.read("a.svg"), as: UTF8.self)
    #expect(text.contains(">Loss<"))
    #expect(!text.contains("What to do next"))
  }
}
