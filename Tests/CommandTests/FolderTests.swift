import Foundation
import TestSupport
import Testing

struct FolderTests {
  private func command() throws -> Command {
    let command = try Command()
    for name in ["runs/a.csv", "runs/deep/b.csv"] { try command.write(SampleLog.overfit, to: name) }
    return command
  }

  @Test func `of a folder with several runs, only the table is printed`() throws {
    let command = try command()
    let result = try command("runs")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("overfitting") })
    #expect(lines.map { $0.split(separator: " ").last } == ["log", "a.csv", "deep/b.csv"])
    #expect(!command.exists("reports"))
  }

  @Test func `a folder with one run has its report, by the folder's name`() throws {
    let command = try command()
    let result = try command("runs/deep")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Written: reports/deep.pdf, reports/deep.png"))
  }

  @Test(arguments: [1, 3]) func `JSON comes in the order of the runs, however many jobs there are`(jobs: Int)
    throws
  {
    let result = try command()("runs", "--format", "json", "--jobs", "\(jobs)")
    let inputs = try result.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["input"]
        as? String
    }
    #expect(inputs == ["runs/a.csv", "runs/deep/b.csv"])
  }

  @Test func `a run of several is named by a part of its name`() throws {
    let command = try command()
    #expect(try command("runs", "--run", "deep", "--no-report").output.contains("Overfits"))
    let result = try command("runs", "--run", "none")
    #expect(result.status == 64)
    #expect(result.errors.contains("no run has \"none\" in its name: found \"a.csv, deep/b.csv\""))
  }

  @Test func `of several models that one program printed each has a row, and the one that is named a page`()
    throws
  {
    let command = try Command()
    let log = [("lr: 0.1", 2.4), ("lr: 0.01", 2.5)].map { name, start in
      "=== \(name) ===\n"
        + (1...12).map { "Epoch \($0)/12 train_loss \(start / Double($0)) val_loss \(3 / Double($0))\n" }
        .joined()
    }
    try command.write(log.joined(), to: "train.log")
    let table = try command("train.log").output
    #expect(table.contains("lr: 0.1\n") && table.contains("lr: 0.01\n"))
    #expect(command.files == ["train.log"])
    #expect(try command("train.log", "--run", "0.01").output.contains("Still improving"))
    #expect(command.files.contains("reports/lr_ 0.01.pdf"))
    let result = try command("train.log", "-o", "page.pdf")
    #expect(
      result.status == 64 && result.errors.contains("there are 2 runs; name one of them with --run NAME"))
  }

  @Test func `the table has the worst run first and what could not be read before it`() throws {
    let command = try command()
    try command.write("epoch,train_loss,val_loss\n1,0.5,oops\n2,0.4,0.5\n3,0.3,0.4\n", to: "runs/z.csv")
    let result = try command("runs")
    #expect(result.status == 65)
    #expect(result.output.split(separator: "\n").dropFirst().first?.hasPrefix("not read") == true)
  }

  @Test(arguments: [["runs", "-o", "x.pdf"], ["runs", "--format", "svg"], ["runs", "--jobs", "0"]])
  func `what makes no sense for several runs is wrong usage`(arguments: [String]) throws {
    #expect(try command().run(arguments).status == 64)
  }

  @Test func `a folder without a log is input that was not understood`() throws {
    let command = try command()
    try command.write("nothing", to: "empty/notes.txt")
    let result = try command("empty")
    #expect(result.status == 65)
    #expect(result.errors.contains("empty: no log was recognised in this folder: found \"notes.txt\""))
    #expect(!command.exists("reports"))
  }
}
