import Foundation
import TestSupport
import Testing

@Suite struct SettingsFileTests {
  private let train: Command

  init() throws {
    train = try Command("atml-train")
  }

  @Test(arguments: [
    ("modell: linear\n", ":1:1: ", "--modell"),
    ("overwrit: false\n", ":1:1: ", "'--overwrite'"),
    ("model: linear\nepochs: many\n", ":2:1: ", "many"),
    ("learning-rate: -1\n", ":1:1: ", "above 0, not -1.0"),
    ("model: mlp\nmodel: linear\n", ":1:1: ", "found twice: model"),
    ("hidden: [8, [4]]\n", ":1:9: ", "expected a value or a list of values for 'hidden'"),
    ("hidden: []\n", ":1:9: ", "expected a value or a list of values for 'hidden'"),
    ("record: ~\n", ":1:9: ", "'record' has no value"),
    ("overwrite: maybe\n", ":1:12: ", "expected true or false for 'overwrite'"),
    ("config: other.yaml\n", ":1:1: ", "expected the name of an option"),
    ("help: true\n", ":1:1: ", "expected the name of an option"),
    ("--model: mlp\n", ":1:1: ", "without dashes"),
    ("- a\n- b\n", ":1:1: ", "expected options"),
    ("model: [linear\n", ":2:1: ", "flow sequence"),
    ("model: mlp\n---\nmodel: linear\n", ":2:1: ", "another document"),
  ])
  func `a mistake is said in a line with its place`(text: String, place: String, words: String) throws {
    try train.write(text, to: "s.yaml")
    let result = try train("--config", "s.yaml")
    #expect(result.status == 78, "\(result.errors)")
    #expect(result.errors.hasPrefix("atml-train: s.yaml\(place)"), "\(result.errors)")
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }

  @Test(arguments: [
    ("absent.yaml", Int32(66), "no such file"), (".", 66, "a folder"), ("latin", 78, "not UTF-8"),
  ])
  func `a file that is no text is said`(name: String, status: Int32, words: String) throws {
    try Data([0x61, 0x3A, 0x20, 0xE9]).write(to: train.folder.appending(path: "latin"))
    let result = try train("--config", name)
    #expect(result.status == status)
    #expect(result.errors.hasPrefix("atml-train: \(name): "), "\(result.errors)")
    #expect(result.errors.contains(words))
  }

  @Test func `what a file turns on the command line turns off, and the other way round`() throws {
    let flags = [
      "nesterov", "batch-norm", "regression", "standardize", "gray", "overwrite", "reevaluate", "resume",
      "diagnose",
      "quiet",
    ]
    try train.write("x,y\n" + (0..<20).map { "\($0),\($0 % 2)\n" }.joined(), to: "t.csv")
    let data = "csv: t.csv\ntarget: y\nepochs: 1\n"
    try train.write(data + flags.map { "\($0): true\n" }.joined(), to: "on.yaml")
    let off = try train.run(["--config", "on.yaml"] + flags.map { "--no-\($0)" })
    #expect(off.status == 0, "\(off.errors)")
    #expect(off.output.hasPrefix("16 training and 4 validation samples of 2 classes (0, 1); "))
    #expect(!train.exists("reports"))
    try train.write(data + flags.map { "\($0): false\n" }.joined(), to: "off.yaml")
    let on = try train.run([
      "--config", "off.yaml", "--standardize", "--overwrite", "-q", "--batch-norm", "--diagnose",
    ])
    #expect(on.status == 0, "\(on.errors)")
    #expect(!on.output.contains("training and"))
    #expect(train.exists("reports/run.pdf"))
  }

  @Test func `words that YAML takes for truth values are values where an option takes any`() throws {
    try train.write("csv: t.csv\ntarget: yes\nepochs: 1\nstandardize: false\nquiet: on\n", to: "s.yaml")
    try train.write("x,yes\n" + (0..<20).map { "\($0),\($0 % 2)\n" }.joined(), to: "t.csv")
    let result = try train("train", "--config", "s.yaml", "--record", "-r.csv")
    #expect(result.status == 64)
    let named = try train("train", "--config", "s.yaml", "--record=-r.csv")
    #expect(named.status == 0, "\(named.errors)")
    #expect(named.output.hasSuffix("\nFull report: atml-diagnose '-r.csv'\n"), "\(named.output)")
  }
}
