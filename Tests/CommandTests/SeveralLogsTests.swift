import Foundation
import TestSupport
import Testing

@Suite struct SeveralLogsTests {
  private func command(_ names: String...) throws -> Command {
    let command = try Command()
    for name in names { try command.write(SampleLog.overfit, to: name) }
    return command
  }

  /// The logs that the objects of JSON Lines are of.
  private func inputs(of output: String) throws -> [String?] {
    try output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["input"]
        as? String
    }
  }

  @Test func `JSON of several logs is one object a line`() throws {
    let result = try command("a.csv", "b.csv")("a.csv", "missing.csv", "b.csv", "-o", "-", "--format", "json")
    #expect(result.status == 66)
    #expect(try inputs(of: result.output) == ["a.csv", "b.csv"])
  }

  @Test(arguments: ["", "logs/"]) func `curves of one run are one log`(folder: String) throws {
    let command = try Command()
    let names = ["a_train", "a_val", "b_val"].map { "\(folder)run-\($0)-tag-loss.csv" }
    for name in names {
      let rows = (1...12).map { "\(1_700_000_000 + $0).5,\($0),\(1 / Double($0) + 0.5)\n" }
      try command.write("Wall time,Step,Value\n" + rows.joined(), to: name)
    }
    let result = try command.run(names + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(try inputs(of: result.output) == [names[0], names[2]])
  }

  @Test func `models in turn in one table are runs that can be named, and say their file beside other logs`()
    throws
  {
    let command = try command("a.csv")
    let rows = [("linear", 0.9), ("MLP", 0.2)].map { model, end in
      (1...20).map { "\(model),\($0),\(end + 2 / Double($0)),\(end + 0.1 + 2 / Double($0))\n" }.joined()
    }
    try command.write("model,epoch,train_loss,val_loss\n" + rows.joined(), to: "b.csv")
    func names(_ output: String) -> [String] {
      output.split(separator: "\n").dropFirst().compactMap {
        $0.split(separator: "  ").last.map { $0.trimmingCharacters(in: .whitespaces) }
      }
    }
    #expect(try names(command("b.csv").output).sorted() == ["MLP", "linear"])
    #expect(
      try names(command("a.csv", "b.csv").output).sorted() == ["a.csv", "b.csv, MLP", "b.csv, linear"])
    let one = try command("b.csv", "--run", "linear", "-o", "one.svg")
    #expect(one.status == 0)
    #expect(one.output.contains("one.svg"))
    let table = try #require(String(data: command.read("b.csv"), encoding: .utf8))
    #expect(try names(command("-", input: table).output).sorted() == ["MLP", "linear"])
    #expect(
      try names(command("-", "a.csv", input: table).output).sorted() == [
        "a.csv", "standard input, MLP", "standard input, linear",
      ])
    #expect(try command("-", "--run", "MLP", "--no-report", input: table).status == 0)
    let none = try command("-", "--run", "CNN", "--no-report", input: table)
    #expect(none.status == 64 && none.errors.contains("found \"linear, MLP\""))
    let unnamed = try command("b.csv", "-o", "all.svg")
    #expect(unnamed.status == 64 && unnamed.errors.contains("--run NAME"))
  }

  @Test func `Markdown of several logs is one text after the other`() throws {
    let command = try command("a.csv", "b.csv")
    let both = try command("a.csv", "b.csv", "--format", "md").output
    let first = try command("a.csv", "--format", "md").output
    let second = try command("b.csv", "--format", "md").output
    #expect(both == first + "\n" + second)
  }

  @Test(arguments: ["pdf", "png", "svg"])
  func `a page of several logs does not go to standard output`(format: String) throws {
    let command = try command("a.csv", "b.csv")
    let result = try command("a.csv", "b.csv", "--format", format)
    #expect(result.status == 64)
    #expect(result.errors.contains("--format \(format) writes one page to standard output, but 2 logs"))
    #expect(result.output.isEmpty)
    #expect(!command.exists("reports"))
  }

  @Test func `no report takes the place of another`() throws {
    let names = ["x.csv", "a/x.csv", "b/X.csv", "b-x.csv", "c.csv", "c.tsv", "c-2.csv"]
    let command = try Command()
    for name in names { try command.write(SampleLog.overfit, to: name) }
    let result = try command.run(["-q", "c.csv"] + names)
    #expect(result.status == 0, "\(result.errors)")
    let reports = command.files.filter { $0.hasPrefix("reports/") && $0.hasSuffix(".pdf") }
    #expect(reports.count == names.count + 1, "\(reports)")
    #expect(Set(reports.map { $0.lowercased() }).count == reports.count)
  }

  @Test func `a file that cannot be written keeps the others from nothing`() throws {
    let command = try command("a.csv")
    let result = try command(
      "a.csv", "-o", "a.csv/x.pdf", "-o", "good.json", "-o", "a.csv/y.svg", "-o", "good.json")
    #expect(result.status == 73)
    for name in ["a.csv/x.pdf", "a.csv/y.svg"] {
      #expect(result.errors.contains("\(name): cannot be written"))
    }
    #expect(result.output.contains("Written: good.json\n"))
    #expect(command.exists("good.json"))
  }

  @Test func `a report goes through a link to the file behind it`() throws {
    let command = try command("a.csv")
    try command.write("old", to: "deep/real.json")
    let link = command.folder.appending(path: "link.json")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "deep/real.json")
    #expect(try command("a.csv", "-q", "-o", "link.json").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "deep/real.json")
    #expect(String(decoding: try command.read("deep/real.json"), as: UTF8.self).hasPrefix("{"))
  }

  /// The lines of the table at the end, in cells.
  private func table(of output: String) -> [[String]] {
    let lines = output.split(separator: "\n").drop { !$0.hasPrefix("verdict ") }
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    return lines.map { line in
      line.split(separator: "  ", omittingEmptySubsequences: true).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  @Test func `the table tells what each run has reached at the epoch to keep`() throws {
    let command = try command("runs/a/metrics.csv")
    let rows = (1...30).map { "\($0),\(1 / Double($0))\n" }
    try command.write("epoch,loss\n" + rows.joined(), to: "runs/b/metrics.csv")
    let table = table(
      of: try command("runs/a/metrics.csv", "runs/b/metrics.csv", "missing.csv", "--no-report").output)
    #expect(table.first == ["verdict", "sure", "keep", "val loss", "score", "log"])
    #expect(table.dropFirst().first == ["not read", "missing.csv"])
    let overfit = try #require(table.first { $0[0] == "overfitting" })
    #expect(Array(overfit[2...]) == ["11", "0.818", "69.8 %", "runs/a/metrics.csv"])
    // Nothing is sure about what cannot be told, and a training loss is not what the others reached.
    let alone = try #require(table.first { $0[0] == "inconclusive" })
    #expect(alone == ["inconclusive", "–", "30", "–", "–", "runs/b/metrics.csv"])
  }

  @Test func `the table has no column that no run has anything for`() throws {
    let command = try Command()
    for name in ["a.csv", "b.csv"] {
      let rows = (1...30).map { "\($0),\(1 / Double($0)),\(0.3 + 1 / Double($0))\n" }
      try command.write("epoch,train_loss,val_loss\n" + rows.joined(), to: name)
    }
    let table = table(of: try command("a.csv", "b.csv", "--no-report").output)
    #expect(table.first == ["verdict", "sure", "keep", "val loss", "log"])
  }

  @Test func `a folder too long for a line is named once`() throws {
    let folder = "experiments/a_long_name_of_a_folder_of_runs/another_long_name/"
    let output = try command("\(folder)a.csv", "\(folder)b/c.csv")(
      "\(folder)a.csv", "\(folder)b/c.csv", "--no-report"
    ).output
    let lines = output.split(separator: "\n").drop { !$0.hasPrefix("verdict ") }
    #expect(lines.first?.hasSuffix("  log in \(folder)") == true, "\(lines)")
    #expect(lines.dropFirst().map { $0.split(separator: " ").last } == ["a.csv", "b/c.csv"])
    #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
  }
}
