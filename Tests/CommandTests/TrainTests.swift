import Foundation
import TestSupport
import Testing

@Suite struct TrainTests {
  private let train: Command

  init() throws {
    train = try Command("atml-train")
  }

  /// A table of three classes that two features tell apart.
  private func writeTable(_ name: String = "flowers.csv", rows: Int = 90) throws {
    var text = "width,length,kind\n"
    for row in 0..<rows {
      let kind = row % 3
      let jitter = Double((row * 37) % 11) / 20
      text +=
        "\(Double(kind) + jitter),\(2 - Double(kind) / 2 + jitter / 3),\(["lily", "iris", "rose"][kind])\n"
    }
    try train.write(text, to: name)
  }

  private func rows(_ name: String) throws -> [[String]] {
    String(decoding: try train.read(name), as: UTF8.self).split(separator: "\n").filter { $0.first != "#" }
      .map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }

  @Test func `training on a table prints a line an epoch, records it and ends with the verdict`() throws {
    try writeTable()
    let result = try train(
      "--csv", "flowers.csv", "--target", "kind", "--hidden", "8", "--epochs", "4", "--learning-rate", "0.05")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines[0] == "72 training and 18 validation samples of 3 classes (iris, lily, rose); 51 parameters")
    #expect(lines[1].hasPrefix("Epoch [1/4], Train Loss: "))
    #expect(
      lines[4].contains(
        /^Epoch \[4\/4\], Train Loss: [0-9.]+, Train Acc: [0-9.]+%, Val Loss: [0-9.]+, Val Acc: [0-9.]+%$/))
    #expect(lines.last == "Full report: atml-diagnose run.csv")
    #expect(lines.count == 7)
    let table = try rows("run.csv")
    #expect(table.count == 5)
    #expect(table[0].first == "epoch")
  }

  @Test func `the record is what the other command diagnoses`() throws {
    try writeTable()
    _ = try train(
      "--csv", "flowers.csv", "--target", "kind", "--epochs", "12", "--quiet", "--record", "my run.csv")
    let diagnose = try Command()
    let path = train.folder.appending(path: "my run.csv").path
    let result = try diagnose(path, "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"verdict\""))
    let last = try train(
      "--csv", "flowers.csv", "--target", "kind", "--epochs", "1", "--record", "my run.csv", "--overwrite")
    #expect(last.output.hasSuffix("Full report: atml-diagnose 'my run.csv'\n"))
  }

  @Test func `a report is written beside when asked for`() throws {
    try writeTable()
    let result = try train(
      "--csv", "flowers.csv", "--target", "kind", "--epochs", "3", "--diagnose", "--record", "a.csv")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try train.read("reports/a.pdf").prefix(5) == Data("%PDF-".utf8))
    #expect(train.exists("reports/a.png"))
  }

  @Test func `values are predicted without classes`() throws {
    var text = "x,y\n"
    for row in 0..<40 { text += "\(Double(row) / 20),\(Double(row) / 10 - 1)\n" }
    try train.write(text, to: "line.csv")
    let result = try train(
      "--csv", "line.csv", "--target", "y", "--regression", "--model", "linear", "--epochs", "40",
      "--batch-size", "8",
      "--learning-rate", "0.05")
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("Acc"))
    let table = try rows("run.csv")
    let column = try #require(table[0].firstIndex(of: "val_loss"))
    #expect(try #require(Double(table[40][column])) < 0.001)
  }

  @Test func `the same seed gives the same record, also from a settings file and with threads`() throws {
    try writeTable()
    try train.write(
      """
      csv: flowers.csv
      target: kind
      model: mlp
      hidden: [16, 8]
      dropout: 0.1
      optimizer: adamw
      schedule: cosine
      epochs: 5
      quiet: true
      overwrite: false
      """, to: "experiment.yaml")
    let first = try train("--config", "experiment.yaml", "--record", "1.csv")
    #expect(first.status == 0, "\(first.errors)")
    _ = try train(
      "--csv", "flowers.csv", "--target", "kind", "--hidden", "16,8", "--dropout", "0.1", "--optimizer",
      "adamw",
      "--schedule", "cosine", "--epochs", "5", "--record", "2.csv", "--threads", "2")
    _ = try train("--config=experiment.yaml", "--record", "3.csv", "--seed", "2")
    let times = { (rows: [[String]]) in rows.map { $0.dropLast() } }
    #expect(times(try rows("1.csv")) == times(try rows("2.csv")))
    #expect(times(try rows("1.csv")) != times(try rows("3.csv")))
  }

  @Test func `a run that was cut short goes on from its checkpoint`() throws {
    try writeTable()
    let common = ["--csv", "flowers.csv", "--target", "kind", "--dropout", "0.2", "--quiet"]
    _ = try train.run(common + ["--epochs", "6", "--record", "whole.csv"])
    _ = try train.run(common + ["--epochs", "2", "--record", "part.csv", "--checkpoint", "part.safetensors"])
    let resumed = try train.run(
      common + ["--epochs", "6", "--record", "part.csv", "--checkpoint", "part.safetensors", "--resume"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try rows("part.csv").map { $0.dropLast() } == rows("whole.csv").map { $0.dropLast() })
  }

  @Test func `a record that is there is kept`() throws {
    try writeTable()
    try train.write("precious\n", to: "run.csv")
    let result = try train("--csv", "flowers.csv", "--target", "kind", "--epochs", "1")
    #expect(result.status == 73)
    #expect(result.errors.contains("run.csv: there is a run record already"))
    #expect(try train.read("run.csv") == Data("precious\n".utf8))
  }

  @Test(arguments: [
    (["--csv", "absent.csv", "--target", "kind"], Int32(66), "absent.csv"),
    (["--csv", "bad.csv", "--target", "y"], 65, "bad.csv, line 3, column 1 (x)"),
    (["--csv", "bad.csv", "--target", "z"], 64, "z"),
    (["--csv", "bad.csv"], 64, "--csv needs --target"),
    ([], 64, "no data to train on"),
    (["--images", "nowhere"], 66, "nowhere"),
    (["--csv", "bad.csv", "--target", "y", "--epochs", "0"], 64, "--epochs is at least 1"),
    (["--csv", "bad.csv", "--target", "y", "--optimizer", "sdg"], 64, "sdg"),
    (["--csv", "bad.csv", "--npz", "x.npz", "--target", "y"], 64, "name one of"),
    (["--csv", "bad.csv", "--target", "y", "--resume"], 64, "--resume needs --checkpoint"),
  ])
  func `bad input is said with its place`(arguments: [String], status: Int32, message: String) throws {
    try train.write("x,y\n1,a\nNaN,b\n", to: "bad.csv")
    let result = try train.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.hasPrefix("atml-train: "))
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!train.exists("run.csv"))
  }

  @Test(arguments: [
    ("modell: linear\n", "s.yaml:1:1: ", "--modell"),
    ("model: linear\nepochs: many\n", "s.yaml:2:1: ", "many"),
    ("- a\n- b\n", "s.yaml:1:1: ", "expected options"),
    ("model: [linear\n", "s.yaml: 2:1: ", "flow sequence"),
  ])
  func `a wrong settings file is said with line and column`(text: String, place: String, word: String) throws
  {
    try train.write(text, to: "s.yaml")
    let result = try train("--config", "s.yaml")
    #expect(result.status == 78, "\(result.errors)")
    #expect(result.errors.hasPrefix("atml-train: \(place)"), "\(result.errors)")
    #expect(result.errors.contains(word))
  }
}
