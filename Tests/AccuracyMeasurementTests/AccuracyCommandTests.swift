import Foundation
import TestSupport
import Testing

@Suite struct `The command accuracy` {
  private let accuracy: Command

  /// A benchmark of one run, which overfits from epoch 12 of 30.
  init() throws {
    accuracy = try Command("accuracy")
    let rows = (1...30).map { "\($0),\(2 / Double($0 + 1)),\(1 + abs(Double($0) - 12) / 15)" }
    try accuracy.write("epoch,train_loss,val_loss\n" + rows.joined(separator: "\n"), to: "bench/runs/a.csv")
    try accuracy.write(#"{"a": {"n_train": 100, "train_metric": "running"}}"#, to: "bench/meta.json")
    let losses = (1...30).map { "\(1 + abs(Double($0) - 12) / 15)" }.joined(separator: ",")
    try accuracy.write(
      """
      {"a": {"family": "valleys", "epochs": 30, "labels": {"overfitting": true, "diverged": false},
        "onset": {"onset_epoch": 12, "onset_interval": [10, 14]}, "attributes": {"chance_test": 2},
        "remedies": {"none": {"gain": 0}, "early_stop": {"gain": 0.5}}, "test_loss": [\(losses)], "test_acc": null}}
      """, to: "bench/truth.json")
  }

  @Test func `prints predictions that it scores like its own`() throws {
    let predictions = try accuracy("bench")
    #expect(predictions.status == 0)
    #expect(predictions.output.hasPrefix(#"{"best_epoch":12,"findings":[{"#))
    try accuracy.write(predictions.output, to: "p.jsonl")
    let own = try accuracy("bench", "--score")
    #expect(own.status == 0)
    #expect(own.output.contains("overfitting              1     0  1.00  1.00  1.00  -\n"))
    #expect(own.output.contains("within_tol_of_all_overfit=1.000"))
    #expect(try accuracy("bench", "--score", "--predictions", "p.jsonl").output == own.output)
  }

  @Test func `foretells a truth by others of the same runs, and by no others`() throws {
    let truth = try #require(String(data: accuracy.read("bench/truth.json"), encoding: .utf8))
    try accuracy.write(truth, to: "again/truth.json")
    let result = try accuracy("bench", "--score", "--repetitions", "again", "again")
    #expect(result.status == 0)
    #expect(result.output.contains("mean_share_of_best=1.000"))
    #expect(result.output.contains("overfitting              1     0  1.00  1.00  1.00  -\n"))
    try accuracy.write(
      truth.replacing(#""test_loss": [1"#, with: #""test_loss": [2"#), to: "other/truth.json")
    let other = try accuracy("bench", "--score", "--repetitions", "again", "other")
    #expect(other.status == 65)
    #expect(other.errors.contains("other/truth.json: the run a is not that of bench"))
    #expect(try accuracy("bench", "--score", "--repetitions", "none").status == 66)
  }

  @Test(arguments: [["--score"], ["--robustness"], ["--robustness", "--score"], ["--baselines"]])
  func `prints text, and JSON that can be read`(mode: [String]) throws {
    let text = try accuracy.run(["bench"] + mode)
    #expect(text.status == 0)
    #expect(!text.output.isEmpty)
    let json = try accuracy.run(["bench", "--format", "json"] + mode)
    #expect(json.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: json.outputData) }
  }

  @Test func `compares other tools by their names`() throws {
    try accuracy.write(#"{"run":"a"}"#, to: "p=1.jsonl")
    let table = try accuracy("bench", "--baselines", "--predictions", "silent=p=1.jsonl")
    #expect(table.status == 0)
    #expect(table.output.contains("\nsilent "))
  }

  @Test func `draws figures, and says what they show`() throws {
    // A run that overfits beyond doubt, whose truth says that it fits well.
    let truth = try #require(String(data: accuracy.read("bench/truth.json"), encoding: .utf8))
    try accuracy.write(
      truth.replacing(#""overfitting": true"#, with: #""overfitting": false, "healthy": true"#),
      to: "bench/truth.json")
    let result = try accuracy("bench", "--figures", "new/figures")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let names = ["calibration.png", "calibration.svg", "failure-1.png"].map { "new/figures/\($0)" }
    #expect(result.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == names.map { $0[...] })
    #expect(result.output.contains("valleys: said overfitting (confidence "))
    #expect(result.output.contains("true is good fit"))
    #expect(names.allSatisfy(accuracy.exists))
    #expect(try accuracy.read(names[2]).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try accuracy("bench", "--figures", "bench/meta.json").status == 73)
  }

  @Test func `judges each family by scorecards of its own`() throws {
    try accuracy.write("card,stuck,0\ncard,overfitting,-9\ncard,good-fit,9\n", to: "folds/valleys.csv")
    let result = try accuracy("bench", "--scorecards", "folds")
    #expect(result.status == 0)
    #expect(result.output.contains(#""verdict":"healthy""#))
    try accuracy.write("card,overfitting,0\npoints,overfitting\n", to: "folds/valleys.csv")
    let broken = try accuracy("bench", "--scorecards", "folds")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("folds/valleys.csv, line 2: expected points of a card"))
    #expect(try accuracy("bench", "--scorecards", "none").status == 66)
  }

  @Test(arguments: [
    (["none", "--score"], 66, "none/truth.json"), (["none"], 66, "none/meta.json"),
    (["none", "--no-facts"], 66, "none/runs"), ([], 64, "benchmark"),
    (["bench", "--score", "--predictions", "none.jsonl"], 66, "none.jsonl"),
    (["bench", "--score", "--predictions", "bench/runs/a.csv"], 65, "a.csv, line 1"),
    (["bench", "--predictions", "p"], 64, "--score or --baselines"),
    (["bench", "--format", "json"], 64, "has no effect"), (["bench", "--seed", "2"], 64, "--robustness"),
    (["bench", "--robustness", "--baselines"], 64, "in one go"),
    (["bench", "--time", "--score"], 64, "in one go"),
    (["bench", "--score", "--predictions", "p", "--predictions", "q"], 64, "one file"),
    (["bench", "--score", "--predictions", "p", "--no-facts"], 64, "no effect"),
    (["bench", "--baselines", "--predictions", "p"], 64, "NAME=p"),
    (["bench", "--repetitions", "bench"], 64, "--score"),
    (["bench", "--score", "--repetitions", ""], 64, "empty"),
    (["bench", "--score", "--repetitions", "bench", "--no-facts"], 64, "no effect"),
    (["bench", "--robustness", "--predictions", "p"], 64, "--score or --baselines"),
    (["bench", "--score", "--format", "xml"], 64, "xml"), ([""], 64, "empty"),
    (["bench", "--figures", ""], 64, "empty"), (["bench", "--figures", "f", "--score"], 64, "in one go"),
    (["bench", "--figures", "f", "--format", "json"], 64, "no effect"),
    (["none", "--figures", "f"], 66, "none/truth.json"),
  ])
  func `refuses what it cannot do`(arguments: [String], status: Int32, message: String) throws {
    let result = try accuracy.run(arguments)
    #expect(result.status == status)
    #expect(result.errors.contains(message))
    #expect(result.output.isEmpty)
  }
}
