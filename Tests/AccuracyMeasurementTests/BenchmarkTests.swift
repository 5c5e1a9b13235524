import RunRecords
import TestSupport
import Testing

@testable import AccuracyMeasurement

@Suite struct `A benchmark` {
  private let folder: ScratchFolder
  private var benchmark: Benchmark { Benchmark(path: folder.path) }

  /// Two runs, of which one overfits and the other diverged.
  init() throws {
    folder = try ScratchFolder()
    try folder.write("epoch,train_loss,val_loss\n1,0.9,1\n2,0.5,0.8\n3,0.2,0.9\n".utf8, to: "runs/b.csv")
    try folder.write("epoch,train_loss,val_loss\n1,0.9,1\n2,nan,nan\n3,nan,inf\n".utf8, to: "runs/a.csv")
    try folder.write("not a run".utf8, to: "runs/notes.txt")
    try folder.write(
      """
      {"a": {"n_train": 64, "n_val": 300, "n_classes": null, "train_metric": "eval"},
       "b": {"n_train": 64, "n_val": 300, "n_classes": 3, "train_metric": "running"}}
      """.utf8, to: "meta.json")
    try folder.write(
      """
      {"b": {"family": "moons", "epochs": 3, "labels": {"overfitting": true, "healthy": null, "new": true},
        "onset": {"onset_epoch": 2, "onset_interval": [1, 2]}, "attributes": {"chance_test": 1.1},
        "config": {"sched": "cosine", "lr": 0.1}, "remedies": {"none": {"gain": 0.0}, "early_stop": {"gain": 0.1}},
        "test_loss": [1, 0.8, null], "test_acc": null}}
      """.utf8, to: "truth.json")
  }

  @Test func `is read in the order of names, with its facts or without`() throws {
    let runs = try benchmark.runs()
    #expect(runs.map(\.id) == ["a", "b"])
    #expect(
      runs.map(\.record.facts) == [
        RunFacts(trainingSize: 64, validationSize: 300, trainingLossMode: .evaluation),
        RunFacts(classCount: 3, trainingSize: 64, validationSize: 300, trainingLossMode: .running),
      ])
    #expect(runs.lowestEpochs == ["a": 1, "b": 2])
    #expect(try benchmark.runs(includesFacts: false).map(\.record.facts) == [RunFacts(), RunFacts()])
  }

  @Test func `says what is true`() throws {
    #expect(
      try benchmark.truth() == [
        "b": RunTruth(
          family: "moons", labels: [.overfitting: true], onset: .init(epoch: 2, interval: 1...2), chance: 1.1,
          schedule: "cosine", gains: ["none": 0, "early_stop": 0.1], testLoss: [1, 0.8, .infinity])
      ])
  }

  @Test func `of two predictions for a run takes the later`() throws {
    let file = try folder.write(
      "{\"run\":\"a\",\"best_epoch\":1}\n\n{\"run\":\"a\",\"best_epoch\":2}".utf8, to: "p.jsonl")
    #expect(try Benchmark.predictions(in: file) == ["a": Prediction(run: "a", bestEpoch: 2)])
  }

  @Test(arguments: [
    (#"{"b": {}}"#, "no entry for the run a"), ("{", "meta.json"), (#"{"a": {"n_train": "x"}}"#, "a.n_train"),
  ])
  func `names what is wrong with its facts`(text: String, message: String) throws {
    try folder.write(text.utf8, to: "meta.json")
    #expect { try benchmark.runs() } throws: { "\($0)".contains(message) }
  }

  @Test(arguments: [
    (#""test_loss": [1]"#, "one test loss for each epoch"), (#""test_loss": []"#, "one test loss"),
    (#""test_loss": [1, 2], "test_acc": [0.5]"#, "one accuracy"),
    (#""test_loss": [1, 2], "onset": {"onset_epoch": 2, "onset_interval": [3, 1]}"#, "An interval"),
  ])
  func `names what is wrong with its truth`(fields: String, message: String) throws {
    try folder.write(
      """
      {"a": {"family": "f", "epochs": 2, "labels": {}, "attributes": {"chance_test": 1}, "remedies": {}, \(fields)}}
      """.utf8, to: "truth.json")
    #expect { try benchmark.truth() } throws: { "\($0)".contains(message) && "\($0)".contains("truth.json") }
  }

  @Test func `names a line of predictions that is none`() throws {
    let file = try folder.write("{\"run\":\"a\"}\n{\"best_epoch\":1}\n".utf8, to: "p.jsonl")
    #expect { try Benchmark.predictions(in: file) } throws: { "\($0)".contains("p.jsonl, line 2") }
  }

  @Test func `names what is missing`() throws {
    let missing = Benchmark(path: folder("none"))
    #expect { try missing.truth() } throws: { "\($0)".contains("none/truth.json") }
    #expect { try missing.runs() } throws: { "\($0)".contains("none/meta.json") }
    #expect { try missing.runs(includesFacts: false) } throws: { "\($0)".contains("none/runs") }
  }
}
