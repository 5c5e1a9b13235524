import Foundation
import LogFormats
import TestSupport
import Testing

struct RunSearchTests {
  private let log = "epoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n"

  private func names(_ path: String) throws -> [String] {
    try FormatShelf.standard.runs(at: path).map(\.name)
  }

  @Test func `every log below a folder is a run, in the order in which people count`() throws {
    let folder = try ScratchFolder()
    for name in ["run10.csv", "run2.csv", "b/deep/er/run.csv", ".hidden.csv", ".git/run.csv"] {
      try folder.write(log.utf8, to: name)
    }
    for (name, text) in [
      ("README.md", "# How to\nTrain for 3 epochs.\n"), ("a.py", "loss = 1\n"), ("e.csv", ""),
    ] {
      try folder.write(text.utf8, to: name)
    }
    #expect(try names(folder.path) == ["run2.csv", "run10.csv", "b/deep/er/run.csv"])
  }

  @Test func `of several files, each of the runs in one says which`() throws {
    let folder = try ScratchFolder()
    let sweep = "lr,epoch,loss\n" + [0.1, 0.2].map { "\($0),1,2\($0)\n\($0),2,1\n" }.joined()
    try folder.write(sweep.utf8, to: "a/sweep.csv")
    #expect(try names(folder.path) == ["lr 0.1", "lr 0.2"])
    try folder.write(sweep.utf8, to: "b.csv")
    try folder.write(log.utf8, to: "c.csv")
    #expect(
      try names(folder.path) == [
        "b.csv, lr 0.1", "b.csv, lr 0.2", "c.csv", "a/sweep.csv, lr 0.1", "a/sweep.csv, lr 0.2",
      ])
  }

  @Test(arguments: ["README.md", "README", "docs/results.md", "CHANGELOG.txt", "notes.rst"])
  func `a text with a table of results is no run beside runs`(name: String) throws {
    let folder = try ScratchFolder()
    let text = """
      # Runs

      | epoch | train loss | val loss |
      |---|---|---|
      | 1 | low | 0.6 |
      | 2 | 0.4 | 0.5 |
      """
    let path = try folder.write(text.replacing("low", with: "0.5").utf8, to: name)
    #expect(try FormatShelf.standard.read(path: path).series("train loss")?.values == [0.5, 0.4])
    try folder.write(text.utf8, to: name)
    try folder.write(log.utf8, to: "deep/er/a.csv")
    #expect(try names(folder.path) == ["deep/er/a.csv"])
  }

  @Test func `a model card alone is read`() throws {
    let folder = try ScratchFolder()
    let text = """
      # Model

      | Training Loss | Epoch | Validation Loss |
      |---|---|---|
      | 0.5 | 1 | 0.6 |
      | 0.4 | 2 | 0.5 |
      """
    try folder.write(text.utf8, to: "README.md")
    #expect(try names(folder.path) == ["README.md"])
  }

  @Test func `of the only log in a folder, an error says why there is nothing to judge`() throws {
    let folder = try ScratchFolder()
    try folder.write("epoch,g_loss,d_loss\n1,0.5,0.6\n2,0.4,0.5\n".utf8, to: "runs/gan.csv")
    try folder.write("# GAN\n".utf8, to: "README.md")
    let error = try #require(throws: LogError.self) { try names(folder.path) }
    #expect(error.kind == .noLoss)
    #expect(error.source.hasSuffix("runs/gan.csv"))
    #expect(error.problem.contains("a generator and a discriminator"))
    try folder.write("epoch,g_loss,d_loss\n1,0.5,0.6\n".utf8, to: "runs/other.csv")
    #expect(try #require(throws: LogError.self) { try names(folder.path) }.kind == .noRuns)
  }

  @Test func `looking at files side by side changes neither the runs nor their order`() throws {
    let folder = try ScratchFolder()
    for number in 1...150 {
      try folder.write(log.utf8, to: "run\(number).csv")
      if number % 7 == 0 { try folder.write("hello".utf8, to: "run\(number).txt") }
    }
    let runs = try FormatShelf.standard.runs(at: folder.path, jobs: 4)
    #expect(runs.map(\.name) == (1...150).map { "run\($0).csv" })
  }

  @Test func `a file holds the run of its name`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(log.utf8, to: "run.csv")
    let runs = try FormatShelf.standard.runs(at: path)
    #expect(runs.map(\.name) == [path])
    #expect(runs.map(\.format) == ["csv"])
    #expect(try runs.first?.read().source == path)
  }

  @Test func `a folder without a log is an error that shows what is in it`() throws {
    let folder = try ScratchFolder()
    try folder.write("hello".utf8, to: "notes.txt")
    let error = try #require(throws: LogError.self) { try names(folder.path) }
    #expect(error.kind == .noRuns)
    #expect(error.found == "notes.txt")
  }

  @Test func `where one run is expected, several are an error that names one`() throws {
    let folder = try ScratchFolder()
    for name in ["a.csv", "b.csv"] { try folder.write(log.utf8, to: name) }
    let error = try #require(throws: LogError.self) { try FormatShelf.standard.read(path: folder.path) }
    #expect(error.kind == .severalRuns)
    #expect(error.advice?.contains("a.csv") == true)
  }

  @Test func `links lead neither in circles nor to a run twice`() throws {
    let folder = try ScratchFolder()
    try folder.write(log.utf8, to: "run/log.csv")
    try FileManager.default.createSymbolicLink(atPath: folder("run/up"), withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(atPath: folder("latest"), withDestinationPath: folder("run"))
    #expect(try names(folder.path) == ["run/log.csv"])
    #expect(try names(folder("latest")) == ["log.csv"])
  }
}
