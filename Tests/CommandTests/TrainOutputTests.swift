import Foundation
import TestSupport
import Testing

@Suite struct TrainOutputTests {
  private let train: Command
  private let flowers = ["--csv", "flowers.csv", "--target", "kind", "--epochs", "2"]

  init() throws {
    train = try Command("atml-train")
    try train.writeFlowers()
  }

  @Test(arguments: [
    (["--record", "kept"], "kept: --record: there is a file already"),
    (["--save", "kept"], "kept: --save: there is a file already"),
    (["--checkpoint", "kept"], "kept: --checkpoint: there is a file already"),
    (["--record", "flowers.csv", "--overwrite"], "flowers.csv: --record: --csv is this file too"),
    (["--record", "new/a", "--save", "./new/a"], "./new/a: --save: --record is this file too"),
    (["--record", "."], ".: --record: this is a folder"),
    (["--save", "kept/a"], "kept/a: --save: Not a directory"),
    (["--record", ""], "--record: the name is empty"),
    (["--record", "new/"], "new/: --record: this is a folder"),
    (["--save", "new/"], "new/: --save: this is a folder"),
    (["--checkpoint", "new/."], "new/.: --checkpoint: this is a folder"),
    (
      ["--diagnose", "--record", "reports/run.pdf"], "reports/run.pdf: --diagnose: --record is this file too"
    ),
  ])
  func `files that must not or cannot be written are named before training`(
    arguments: [String], message: String
  ) throws {
    try train.write("precious\n", to: "kept")
    let before = try train.read("flowers.csv")
    let result = try train.run(flowers + arguments)
    #expect(result.status == 73)
    #expect(result.errors.hasPrefix("atml-train: \(message)"), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(try train.read("kept") == Data("precious\n".utf8))
    #expect(try train.read("flowers.csv") == before)
    #expect(!train.exists("run.csv"))
  }

  @Test func `a report that has no room is named before training`() throws {
    try train.write("precious\n", to: "reports")
    let result = try train.run(flowers + ["--diagnose"])
    #expect(result.status == 73)
    #expect(
      result.errors
        == "atml-train: reports/run.pdf: --diagnose: Not a directory; make room for the report, or "
        + "leave --diagnose out\n")
    #expect(result.output.isEmpty)
  }

  @Test func `a run that goes on replaces weights, and no other file`() throws {
    let checkpoint = ["--checkpoint", "c.safetensors"]
    #expect(try train.run(flowers + checkpoint + ["--save", "w.safetensors"]).status == 0)
    let longer = flowers + checkpoint + ["--resume", "--epochs", "3"]
    let weights = try train.read("w.safetensors")
    #expect(try train.run(longer + ["--save", "w.safetensors"]).status == 0)
    #expect(try train.read("w.safetensors") != weights)
    try train.write("precious\n", to: "thesis.txt")
    let other = try train.run(longer + ["--save", "thesis.txt"])
    #expect(other.status == 73)
    #expect(
      other.errors.hasPrefix(
        "atml-train: thesis.txt: --save: there is a file already, which holds no weights"))
    #expect(try train.read("thesis.txt") == Data("precious\n".utf8))
    #expect(try train.run(longer + ["--save", "thesis.txt", "--overwrite"]).status == 0)
  }

  @Test func `an empty file and a device are no record to keep`() throws {
    try train.write("", to: "empty.csv")
    #expect(try train.run(flowers + ["--record", "empty.csv"]).status == 0)
    #expect(try train.rows("empty.csv").count == 3)
    #expect(try train.run(flowers + ["--record", "/dev/null"]).status == 0)
  }

  #if os(Linux)
    @Test(arguments: ["--record", "--checkpoint", "--save"])
    func `a full disk ends the run and leaves what was written`(option: String) throws {
      let result = try train.run(flowers + [option, "/dev/full"])
      #expect(result.status == 73)
      #expect(result.errors.hasPrefix("atml-train: /dev/full: "), "\(result.errors)")
      #expect(result.errors.contains("No space left on device"))
      // Weights come last: the verdict is said all the same.
      #expect(result.output.contains("Full report: ") == (option == "--save"))
      let epochs = ["--record": 0, "--checkpoint": 1, "--save": 2][option]
      #expect((train.exists("run.csv") ? try train.rows("run.csv").count - 1 : 0) == epochs)
    }
  #endif

  @Test func `names do not act on the terminal`() throws {
    let name = "\u{1B}[31mred\n.csv"
    let result = try train.run(flowers + ["--record", name, "--diagnose"])
    #expect(result.status == 0, "\(result.errors)")
    let again = try train.run(flowers + ["--record", name])
    #expect(again.status == 73)
    let plain = try train.run(flowers + ["--record", name, "--overwrite"])
    #expect(
      plain.output.hasSuffix("\nFull report: atml-diagnose $'\\033[31mred\\012.csv'\n"), "\(plain.output)")
    #expect(!(result.output + again.errors + plain.output).contains("\u{1B}"))
  }

  @Test func `a checkpoint that has all epochs is said, and its best weights are saved`() throws {
    let checkpoint = ["--checkpoint", "c.safetensors"]
    #expect(try train.run(flowers + checkpoint + ["--save", "first.safetensors"]).status == 0)
    let result = try train.run(flowers + checkpoint + ["--resume", "--save", "second.safetensors"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\nNothing to do: the checkpoint has 2 epochs, --epochs asks for 2.\n"))
    #expect(try train.read("first.safetensors") == train.read("second.safetensors"))
    let other = try train.run(flowers + checkpoint + ["--resume", "--seed", "2"])
    #expect(other.status == 65)
    #expect(other.errors.contains("c.safetensors: the run was begun with the seed 1, not 2"))
  }

  @Test func `a run that is told to end says its verdict, saves its weights and can be gone on with`() throws
  {
    let long = [
      "--csv", "flowers.csv", "--target", "kind", "--hidden", "128,128", "--checkpoint", "c", "--save", "w",
    ]
    let process = try train.start(long + ["--epochs", "100000"], output: "out.txt")
    for _ in 0..<500 where !train.exists("c") { usleep(20_000) }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGTERM)
    let epochs = try train.rows("run.csv").count - 1
    let lines = String(decoding: try train.read("out.txt"), as: UTF8.self).split(separator: "\n")
    #expect(lines.dropLast(2).last == "Stopped after epoch \(epochs): interrupted")
    #expect(lines.last == "Full report: atml-diagnose run.csv")
    #expect(train.exists("w"))
    let resumed = try train.run(long + ["--resume", "--epochs", "\(epochs + 1)"])
    #expect(resumed.status == 0, "\(resumed.errors)")
    let whole = try train.run(
      long.dropLast(4) + ["--epochs", "\(epochs + 1)", "--record", "whole.csv"])
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(try train.timelessRows("run.csv") == train.timelessRows("whole.csv"))
  }
}
