import Foundation
import TestSupport
import Testing

/// Nothing that is read is replaced by a report.
struct InputFilesTests {
  private static let history: String = {
    let losses = (1...30).map { String(0.2 + 2 / Double($0)) }.joined(separator: ", ")
    return "{\"loss\": [\(losses)], \"val_loss\": [\(losses)]}"
  }()
  private static let configuration = "{\"rules\": {\"rising-validation-loss\": {\"tolerance\": 0.1}}}"

  private func command() throws -> Command {
    let command = try Command()
    for name in ["run.json", "runs/run.json"] { try command.write(Self.history, to: name) }
    try command.write(Self.configuration, to: "c.json")
    try command.write(Self.configuration, to: ".atml-diagnose.json")
    let run = command.folder.appending(path: "run.json")
    try FileManager.default.createSymbolicLink(
      at: command.folder.appending(path: "link.json"), withDestinationURL: run)
    try FileManager.default.linkItem(at: run, to: command.folder.appending(path: "twin.json"))
    return command
  }

  @Test(arguments: [
    (["run.json", "-o", "run.json"], "-o run.json names the log itself"),
    (["run.json", "-o", "./runs/../run.json"], "the log itself"),
    (["run.json", "-o", "x.pdf", "-o", "link.json"], "-o link.json names the log itself"),
    (["link.json", "-o", "run.json"], "the log itself"),
    (["run.json", "-o", "twin.json"], "the log itself"),
    (["run.json", "--config", "c.json", "-o", "c.json"], "-o c.json names the configuration file"),
    (["run.json", "-o", ".atml-diagnose.json"], "the configuration file"),
    (["runs", "-o", "runs/run.json"], "-o runs/run.json names a log that is read"),
  ])
  func `a report that would replace what is read is wrong usage`(arguments: [String], message: String) throws
  {
    let command = try command()
    let before = command.files
    let result = try command.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(command.files == before, "nothing is written")
    for name in ["run.json", "runs/run.json"] {
      #expect(try command.read(name) == Data(Self.history.utf8))
    }
    #expect(try command.read("c.json") == Data(Self.configuration.utf8))
  }

  @Test func `of a folder, no log is replaced, not even one that was not asked for`() throws {
    let command = try command()
    try command.write(SampleLog.overfit, to: "runs/deep/other.csv")
    let result = try command("runs", "--run", "other", "-o", "runs/run.json")
    #expect(result.status == 64)
    #expect(result.errors.contains("names a log in runs"), "\(result.errors)")
    #expect(try command("runs", "--run", "other", "-o", "link.json", "-q").status == 0)
  }

  @Test func `a report without -o does not replace the log either`() throws {
    let command = try Command()
    try command.write(SampleLog.overfit, to: "reports/run.pdf")
    let result = try command("reports/run.pdf")
    #expect(result.status == 64)
    #expect(result.errors.contains("reports/run.pdf would replace the log itself"), "\(result.errors)")
  }

  @Test func `an earlier report is replaced, in the folder of the run too`() throws {
    let command = try command()
    for _ in 1...2 {
      let result = try command("runs", "-o", "runs/report.json", "-o", "runs/report.md", "--quiet")
      #expect(result.status == 0, "\(result.errors)")
    }
  }
}
