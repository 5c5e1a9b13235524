import Foundation
import TestSupport
import Testing

@Suite struct TrainTests {
  private let train: Command

  init() throws {
    train = try Command("atml-train")
  }

  @Test func `training on a table prints a line an epoch, records it and ends with the verdict`() throws {
    try train.writeFlowers()
    let result = try train(
      "--csv", "flowers.csv", "--target", "kind", "--hidden", "8", "--epochs", "4", "--learning-rate", "0.05")
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines[0]
        == "72 training and 18 validation samples of 3 classes (iris, lily, rose), standardised; 51 parameters"
    )
    #expect(lines[1].hasPrefix("Epoch [1/4], Train Loss: "))
    #expect(
      lines[4].contains(
        /^Epoch \[4\/4\], Train Loss: [0-9.]+, Train Acc: [0-9.]+%, Val Loss: [0-9.]+, Val Acc: [0-9.]+%$/))
    #expect(lines.last == "Full report: atml-diagnose run.csv")
    #expect(lines.count == 7)
    let table = try train.rows("run.csv")
    #expect(table.count == 5)
    #expect(table[0].first == "epoch")
  }

  @Test func `the record is what the other command diagnoses`() throws {
    try train.writeFlowers()
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
    try train.writeFlowers()
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
    let table = try train.rows("run.csv")
    let column = try #require(table[0].firstIndex(of: "val_loss"))
    #expect(try #require(Double(table[40][column])) < 0.001)
  }

  @Test func `the same seed gives the same record, also from a settings file and with threads`() throws {
    try train.writeFlowers()
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
    #expect(try train.timelessRows("1.csv") == train.timelessRows("2.csv"))
    #expect(try train.timelessRows("1.csv") != train.timelessRows("3.csv"))
  }

  @Test func `a run that was cut short goes on from its checkpoint`() throws {
    try train.writeFlowers()
    let common = ["--csv", "flowers.csv", "--target", "kind", "--dropout", "0.2", "--quiet"]
    _ = try train.run(common + ["--epochs", "6", "--record", "whole.csv"])
    _ = try train.run(common + ["--epochs", "2", "--record", "part.csv", "--checkpoint", "part.safetensors"])
    let resumed = try train.run(
      common + ["--epochs", "6", "--record", "part.csv", "--checkpoint", "part.safetensors", "--resume"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(try train.timelessRows("part.csv") == train.timelessRows("whole.csv"))
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
    (["--csv", "bad.csv", "--npz", "x.npz", "--target", "y"], 64, "not --csv and --npz"),
    (["--csv", "bad.csv", "--target", "y", "--resume"], 64, "--resume needs --checkpoint"),
    (["--csv", "bad.csv", "--target", "y", "--labels", "l"], 64, "--labels goes with --idx"),
    (["--csv", "bad.csv", "--target", "y", "--ignore", "y"], 64, "--ignore leaves y out"),
    (["--images", ".", "--regression"], 64, "--regression goes with --csv, --npz, --idx"),
    (["--csv", "bad.csv", "--target", "y", "--validation", "v", "--validation-share", "0.5"], 64, "without"),
    (["--csv", "good.csv", "--target", "y", "--hidden", "9223372036854775807"], 64, "memory"),
    (["--csv", "good.csv", "--target", "y", "--hidden", "99999,99999999"], 64, "memory"),
    (["--csv", "good.csv", "--target", "y", "--batch-norm", "--batch-size", "1"], 64, "no variance"),
    (["--csv", "good.csv", "--target", "y", "--model", "cnn"], 64, "not samples of shape [1]"),
    (["--csv", "good.csv", "--target", "y", "--learning-rate", "0"], 64, "above 0"),
    (["--csv", "good.csv", "--target", "y", "--momentum", "nan"], 64, "below 1, not nan"),
    (["--csv", "good.csv", "--target", "y", "--clip-norm", "1e99"], 64, "above 0, not inf"),
    (["--csv", "good.csv", "--target", "y", "--validation-share", "0.01"], 65, "0 for validation"),
    (["--csv", "good.csv", "--target", "x"], 65, "found 30 classes for 30 samples"),
    (["--csv", "one.csv", "--target", "y"], 65, "a single class (a)"),
  ])
  func `bad input is said with its place`(arguments: [String], status: Int32, message: String) throws {
    try train.write("x,y\n1,a\nNaN,b\n", to: "bad.csv")
    try train.write("x,y\n1,a\n2,a\n", to: "one.csv")
    try train.write("x,y\n" + (0..<30).map { "\($0),\($0 % 2)\n" }.joined(), to: "good.csv")
    let result = try train.run(arguments)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.hasPrefix("atml-train: "))
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!train.exists("run.csv"))
  }

  @Test func `columns of any size are learned, and the network takes them as they are`() throws {
    try train.writeFlowers("small.csv")
    try train.writeFlowers("large.csv", scale: 1e30)
    for name in ["small", "large"] {
      let result = try train(
        "--csv", "\(name).csv", "--target", "kind", "--epochs", "10", "--record", "\(name)-run.csv", "--save",
        "\(name).safetensors")
      #expect(result.status == 0, "\(result.errors)")
    }
    let accuracy = { (name: String) in
      let rows = try train.rows(name)
      return try #require(rows[0].firstIndex(of: "val_accuracy").flatMap { Double(rows[10][$0]) })
    }
    #expect(try accuracy("large-run.csv") == accuracy("small-run.csv"))
    #expect(try accuracy("large-run.csv") > 0.9)
    let header = String(decoding: try train.read("large.safetensors").prefix(2000), as: UTF8.self)
    #expect(header.contains("\"0.mean\"") && header.contains("\"0.deviation\""))
    #expect(header.contains(#""classes":"[\"iris\",\"lily\",\"rose\"]""#))
    let raw = try train(
      "--csv", "large.csv", "--target", "kind", "--epochs", "10", "--no-standardize", "--record", "raw.csv")
    #expect(
      raw.output.contains("Stopped after epoch 1: the training loss is no longer a finite number\nDiverged"))
    #expect(try train.rows("raw.csv").count == 2)
  }

  @Test func `validation data are read by the names of their columns`() throws {
    try train.writeFlowers()
    let rows = try train.rows("flowers.csv")
    try train.write(rows.map { "\($0[2]),\($0[1]),\($0[0])\n" }.joined(), to: "turned.csv")
    for name in ["flowers", "turned"] {
      let result = try train(
        "--csv", "flowers.csv", "--validation", "\(name).csv", "--target", "kind", "--epochs", "2",
        "--record",
        "\(name)-run.csv")
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(try train.timelessRows("flowers-run.csv") == train.timelessRows("turned-run.csv"))
  }

  @Test func `a column that only numbers the rows is left out and said`() throws {
    let rows = (0..<40).map { "\($0),\($0 % 7),\($0 % 2)\n" }.joined()
    try train.write(",a,y\n" + rows, to: "indexed.csv")
    let result = try train("--csv", "indexed.csv", "--target", "y", "--epochs", "1", "--model", "linear")
    #expect(result.status == 0)
    #expect(
      result.errors
        == "atml-train: indexed.csv: the first column has no name and numbers the rows; it is left out\n")
    #expect(result.output.contains("; 4 parameters\n"))
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["train", "--help"], ["--csv", "x.csv", "--help"], ["help", "train"],
  ])
  func `help lists all options`(arguments: [String]) throws {
    let help = try train.run(arguments)
    #expect(help.status == 0)
    for words in [
      "USAGE: atml-train [<options>]", "--images <folder>", "--hidden <widths>", "--label-smoothing <share>",
      "--stop-on <condition>", "--config <file>", "draw-pets", "Exit status: ",
    ] {
      #expect(help.output.contains(words), "\(words)")
    }
    let drawing = try train("draw-pets", "--help")
    #expect(drawing.output.contains("<folder>") && !drawing.output.contains("--images"))
  }

  @Test(arguments: [
    ["--bogus"], [], ["--csv", "x.csv"], ["--csv", "x.csv", "--target", "y", "--epochs", "0"],
  ])
  func `wrong usage points to help that lists the options`(arguments: [String]) throws {
    let result = try train.run(arguments)
    #expect(result.status == 64)
    let pointer = try #require(
      result.errors.firstMatch(of: /See '(atml-train .*--help)' for more information/))
    let help = try train.run(pointer.1.split(separator: " ").dropFirst().map(String.init))
    #expect(help.output.contains("--target <column>"))
  }

  @Test func `options that change nothing are said, and training goes on`() throws {
    try train.writeFlowers()
    let result = try train(
      "--csv", "flowers.csv", "--target", "kind", "--epochs", "1", "--model", "linear", "--hidden", "8",
      "--optimizer", "adam", "--momentum", "0.5")
    #expect(result.status == 0)
    #expect(
      result.errors == """
        atml-train: --hidden has no effect with --model linear
        atml-train: --momentum has no effect with adam

        """)
  }

  @Test func `drawn pets are trained on by the command that drawing prints`() throws {
    let drawn = try train("draw-pets", "my data", "--train", "4", "--valid", "2", "--size", "16")
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(
      drawn.output.hasSuffix(
        "\nTrain on them: atml-train --images 'my data/train' --validation 'my data/valid'\n"))
    let result = try train(
      "--images", "my data/train", "--validation", "my data/valid", "--size", "8", "--model", "cnn",
      "--epochs", "2")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("8 training and 4 validation samples of 2 classes (cat, dog); "))
    let parent = try train("--images", "my data", "--record", "other.csv")
    #expect(parent.status == 65)
    #expect(parent.errors.contains("Name the parts one by one, such as my data/train."))
  }
}
