import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct TensorBoardDownloadsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `the downloads of each run are one run, and other logs beside them are found`() throws {
    for run in ["a_train", "a_val", "b_train", "b_val"] {
      try write("run-\(run)-tag-loss.csv", [2.5, 1.5])
      try write("run-\(run)-tag-accuracy.csv", [0.5, 0.75])
    }
    try scratch.write("epoch,train_loss,val_loss\n1,2,3\n2,1,2\n".utf8, to: "other.csv")
    try scratch.write("epoch,train_loss,val_loss\n1,2,3\n2,1,2\n".utf8, to: "deeper/run.csv")
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.map(\.name) == ["a", "b", "other.csv", "deeper/run.csv"])
    #expect(try runs[0].read().names == ["train/loss", "val/loss", "train/accuracy", "val/accuracy"])
  }

  @Test func `of several downloads of a curve the latest table is read`() throws {
    try write("run-.-tag-train_loss.csv", [2.5, 1.5])
    try write("run-.-tag-train_loss (1).csv", [2.5, 1.5, 1.25])
    try scratch.write("[[1795394873.1, 0, 9]]".utf8, to: "run-.-tag-train_loss.json")
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.series("train_loss")?.values == [2.5, 1.5, 1.25])
    #expect(
      run.notes(.interpretation).contains { $0.text.hasPrefix("Several downloads hold the same curve") })
  }

  @Test func `not a number and infinity are what they are in both forms`() throws {
    try write("run-.-tag-train_loss.csv", [2.5, .nan])
    try scratch.write(
      #"[[1795394873.1, 0, 2.25], [1795394874.1, 1, "Infinity"]]"#.utf8, to: "run-.-tag-val_loss.json")
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.series("train_loss")?.values.last?.isNaN == true)
    #expect(run.series("val_loss")?.values.last == .infinity)
  }

  @Test func `the epochs that Lightning logs beside the losses place them`() throws {
    try write("run-version_0-tag-train_loss.csv", [2.5, 1.5], steps: [9, 19])
    try write("run-version_0-tag-val_loss.csv", [2.25, 1.75], steps: [9, 19])
    try write("run-version_0-tag-epoch.csv", [0, 1], steps: [9, 19])
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.axis == .epoch)
    #expect(run.series("val_loss")?.epochs == [0, 1])
  }

  @Test func `one download is read with those of its run beside it`() throws {
    let path = try write("run-a_train-tag-loss.csv", [2.5, 1.5])
    try write("run-a_val-tag-loss.csv", [2.25, 1.75])
    try write("run-b_val-tag-accuracy.csv", [0.5, 0.75])
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.names == ["train/loss", "val/loss"])
    #expect(run.source == path)
    #expect(run.notes.contains { $0.text.contains("run-a_val-tag-loss.csv") })
    #expect(
      try FormatShelf.standard.runs(at: path).map(\.companions) == [
        [scratch.path + "/run-a_val-tag-loss.csv"]
      ])
  }

  @Test func `the download that was named goes before other copies of its curve`() throws {
    try write("run-a_train-tag-loss (1).csv", [9, 8, 7])
    let path = try write("run-a_train-tag-loss.csv", [2.5, 1.5])
    try write("run-a_val-tag-loss.csv", [2.25, 1.75])
    #expect(try FormatShelf.standard.read(path: path).series("train/loss")?.values == [2.5, 1.5])
  }

  @Test func `a column that is named is sought in the one download first`() throws {
    let path = try write("run-a_train-tag-loss.csv", [2.5, 1.5])
    try write("run-a_val-tag-loss.csv", [2.25, 1.75])
    let alone = try FormatShelf.standard.read(path: path, options: ReadingOptions(validation: "Value"))
    #expect(alone.first(.loss, .validation)?.values == [2.5, 1.5])
    let both = try FormatShelf.standard.read(path: path, options: ReadingOptions(validation: "val/loss"))
    #expect(both.first(.loss, .validation)?.values == [2.25, 1.75])
  }

  @Test func `a download of another day with the same name is another run`() throws {
    let path = try write("run-a_train-tag-loss.csv", [2.5, 1.5])
    try scratch.write(
      "Wall time,Step,Value\n1700090000.5,0,3\n1700090001.5,1,2\n".utf8, to: "run-a_val-tag-loss.csv")
    #expect(try FormatShelf.standard.read(path: path).names == ["train/loss"])
  }

  @Test func `one download by itself says that the others belong to it`() throws {
    let path = try write("run-a_train-tag-loss.csv", [2.5, 1.5])
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.names == ["train/loss"])
    #expect(run.notes.contains(TensorBoardDownloads.oneOfSeveral))
  }

  @Test func `a row of another length is an error that says the line`() throws {
    try scratch.write("Wall time,Step,Value\n1,0,2.5\n2,1\n3,2,1\n".utf8, to: "run-a-tag-train_loss.csv")
    let error = try #require(throws: LogError.self) { try FormatShelf.standard.read(path: scratch.path) }
    #expect(error.line == 3)
  }

  @discardableResult
  private func write(_ file: String, _ values: [Double], steps: [Int]? = nil) throws -> String {
    let rows = values.enumerated().map {
      "\(1_700_000_000 + $0.offset).25,\(steps?[$0.offset] ?? $0.offset),\($0.element)\r\n"
    }
    return try scratch.write(("Wall time,Step,Value\r\n" + rows.joined()).utf8, to: file)
  }
}
