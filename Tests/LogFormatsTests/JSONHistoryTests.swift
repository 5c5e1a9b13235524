import LogFormats
import RunRecords
import TestSupport
import Testing

struct JSONHistoryTests {
  @Test func `a list of epochs places the others`() throws {
    let run = try read(
      #"{"epoch": [5, 10, 15], "train_loss": [3, 2, 1], "val_loss": [4, 3, 2]}"#, name: "h.json")
    #expect(run.series("val_loss")?.epochs == [5, 10, 15])
    let steps = try read(#"{"train_loss": [3, 2], "val_loss": [4, 3], "steps": [100, 200]}"#, name: "h.json")
    #expect(steps.axis == .step)
    #expect(steps.series("train_loss")?.epochs == [100, 200])
  }

  @Test(arguments: [
    #"{"1": {"train_loss": 2, "val_loss": 3}, "2": {"train_loss": 1, "val_loss": 2}}"#,
    #"{"epoch_1": {"train_loss": 2, "val_loss": 3}, "epoch_2": {"train_loss": 1, "val_loss": 2}}"#,
    #"{"train_loss": {"1": 2, "2": 1}, "val_loss": {"1": 3, "2": 2}}"#,
    "{1: {'train_loss': 2, 'val_loss': 3}, 2: {'train_loss': 1, 'val_loss': 2}}",
    #"{"train_loss": [[1, 2.0], [2, 1.0]], "val_loss": [[1, 3.0], [2, 2.0]]}"#,
  ])
  func `numbered keys and pairs are positions`(text: String) throws {
    let run = try read(text, name: "h.json")
    #expect(run.format == "json-columns")
    #expect(run.series("train_loss")?.epochs == [1, 2])
    #expect(run.series("train_loss")?.values == [2, 1])
    #expect(run.series("val_loss")?.values == [3, 2])
  }

  @Test(arguments: [
    (
      #"{"loss": {"train": {"x": [5, 9], "y": [2, 1]}, "val": {"name": "val", "x": [9], "y": [3]}}}"#,
      RunAxis.step
    ),
    (#"{"loss/train": [[1.7e9, 5, 2], [1.7e9, 9, 1]], "loss/val": [[1.7e9, 9, 3]]}"#, .step),
    (
      #"{"train.loss": {"iterations": [5, 9], "values": [2, 1]}, "val.loss": {"iterations": [9], "values": [3]}}"#,
      .iteration
    ),
  ])
  func `lists of positions beside the values, and times before them`(text: String, axis: RunAxis) throws {
    let run = try read(text, name: "h.json")
    #expect(run.axis == axis)
    #expect(run.series.count == 2)
    #expect(run.first(.loss, .training)?.epochs == [5, 9])
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.epochs == [9])
  }

  @Test func `a list of another length is no list of positions`() throws {
    let run = try read(#"{"loss": {"x": [1, 2, 3], "y": [2, 1]}}"#, name: "h.json")
    #expect(run.series.count == 2)
  }

  @Test(arguments: [
    #"{"history": {"loss": [2, 1], "val_loss": [3, 2]}, "params": {"epochs": 2, "batch_size": 32}}"#,
    #"{"config": {"lr": 0.1, "layers": [3, 4]}, "loss": [2, 1], "val_loss": [3, 2], "name": "run"}"#,
    "{'loss': [np.float64(2.0), tensor(1., device='cuda:0')], 'val_loss': (3.0, 2.0), 'best': None}",
    "{\n  \"loss\": [\n    2,\n    1\n  ],\n  \"val_loss\": [\n    3,\n    2\n  ]\n}\n",
  ])
  func `what stands beside the lists does not disturb them`(text: String) throws {
    let run = try read(text, name: "h.json")
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `nulls at the end of a history that diverged are not numbers`() throws {
    let run = try read(
      #"{"loss":{"0":2.5,"1":null,"2":null},"val_loss":{"0":2.5,"1":null,"2":null}}"#, name: "h.json")
    #expect(run.series("loss")?.count == 3)
    #expect(run.series("val_loss")?.values.last?.isNaN == true)
    #expect(run.notes(.interpretation).contains { $0.text.contains("null") })
    let rare = try read(#"{"loss": [4, 3, 2, 1], "val_loss": [null, 3, null, 2]}"#, name: "h.json")
    #expect(rare.series("val_loss")?.epochs == [1, 3])
  }

  @Test(arguments: [#""N/A""#, #""""#, #""-""#, #""None""#, "null", "None", #"["N/A"]"#])
  func `a word for a missing value keeps its place in a list`(gap: String) throws {
    let run = try read(#"{"loss": [5, 4, 3, 2], "val_loss": [\#(gap), 4.5, \#(gap), 2.5]}"#, name: "h.json")
    #expect(run.series("loss")?.count == 4)
    #expect(run.series("val_loss")?.epochs == [1, 3])
    #expect(run.series("val_loss")?.values == [4.5, 2.5])
    let alone = try read(#"{"loss": [5, \#(gap), 3]}"#, name: "h.json")
    #expect(alone.series("loss")?.epochs == [0, 2])
  }

  @Test(arguments: [
    (#""abc""#, "abc"), ("true", "true"), (#"{"a": 1}"#, "an object"), (#"["abc"]"#, "abc"),
  ])
  func `what is no number in a list to judge is an error with its place`(value: String, found: String) throws
  {
    let error = try readError("{\"loss\": [3, 2, 1],\n\"val_loss\": [3,\n\(value), 1]}", name: "h.json")
    #expect(error.kind == .malformed)
    #expect(error.line == 3)
    #expect(
      error.description.hasPrefix(
        "h.json, line 3: unreadable value in the list \"val_loss\": found \"\(found)\", expected a number"))
  }

  @Test func `a list of words is none of numbers`() throws {
    let run = try read(
      #"{"loss": [2, 1], "val_loss": [3, 2], "metrics": ["accuracy", "loss"], "accuracy": ["a", "b"], "kind": [1, "x"]}"#,
      name: "h.json")
    #expect(run.names.prefix(2) == ["loss", "val_loss"])
    #expect(run.series("accuracy") == nil)
  }

  @Test func `a training loss that was not logged to the end is no divergence`() throws {
    let losses = (1...6).map { String(1 / Double($0)) }
    let list = losses.joined(separator: ", ")
    let run = try read(
      #"{"loss": [\#(losses.prefix(3).joined(separator: ", ")), null, null, null], "val_loss": [\#(list)]}"#,
      name: "h.json")
    #expect(run.series("loss")?.epochs == [0, 1, 2])
    #expect(run.series("val_loss")?.count == 6)
    let rows = losses.enumerated().map { "\($0 + 1),\($0 < 3 ? $1 : ""),\($1)\n" }.joined()
    let table = try read("epoch,train_loss,val_loss\n" + rows)
    #expect(table.series("train_loss")?.epochs == [1, 2, 3])
    #expect(table.series("val_loss")?.epochs == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [
    (#"{"learner": {"a": 1}, "version": [3, 2, 0]}"#, "a model of XGBoost"),
    (#"{"model": "resnet", "depth": 50}"#, "no curve of a training run"),
    ("[0.9, 0.5, 0.4]", "no curve of a training run"),
    (#"{"epoch": 2.0, "eval_loss": 2.1, "eval_runtime": 0.1}"#, "no curve of a training run"),
  ])
  func `JSON without a run is refused with the keys it has`(text: String, problem: String) throws {
    let error = try readError(text, name: "h.json")
    #expect(error.kind == .unrecognized)
    #expect(error.problem.contains(problem))
    #expect(text.hasPrefix("[") || !error.columns.isEmpty)
  }

  @Test(arguments: [
    "{", "[", "[[", "{\"loss\":", "{\"loss\": [", "{\"log_history\": [", "[{\"batches\": [", "{}", "[]",
    "[{}]",
  ])
  func `a beginning without values is an error`(text: String) throws {
    _ = try readError(text, name: "h.json")
  }

  @Test func `deep nesting and many keys are errors or read, never a crash`() throws {
    let deep = String(repeating: "{\"loss\": ", count: 100_000)
    _ = try readError(deep, name: "h.json")
    _ = try readError(String(repeating: "[", count: 100_000), name: "h.json")
    let keys = (0..<5_000).map { "\"k\($0)\": [1, 2]" }.joined(separator: ", ")
    _ = try readError("{\"loss\": [1, 2], " + keys + "}", name: "h.json")
  }

  @Test func `the state with the highest step stands for a Trainer's folder`() throws {
    func state(_ losses: [Double]) -> String {
      let entries = losses.enumerated().map {
        "{\"epoch\": \($0.offset + 1), \"step\": \($0.offset), \"loss\": \($0.element)}"
      }
      return "{\"global_step\": 1, \"log_history\": [\(entries.joined(separator: ", "))]}"
    }
    let folder = try ScratchFolder()
    try folder.makeFolder("out")
    for (step, losses) in [(90, [3.0]), (100, [3, 2])] {
      try folder.makeFolder("out/checkpoint-\(step)")
      _ = try folder.write(Array(state(losses).utf8), to: "out/checkpoint-\(step)/trainer_state.json")
    }
    let runs = try FormatShelf.standard.runs(at: folder("out"))
    #expect(runs.count == 1)
    #expect(try runs.first?.read().series("loss")?.values == [3, 2])
  }

  @Test func `the epochs of AllenNLP are put in the order of their numbers`() throws {
    let folder = try ScratchFolder()
    for epoch in 0...10 {
      let text = """
        {"best_epoch": 0, "training_duration": "0:00:01", "epoch": \(epoch), "training_loss": \(20 - epoch),
        "validation_loss": \(30 - epoch), "best_validation_loss": 1, "training_epochs": \(epoch)}
        """
      _ = try folder.write(Array(text.utf8), to: "metrics_epoch_\(epoch).json")
    }
    let run = try FormatShelf.standard.read(path: folder.path)
    #expect(run.names == ["training_loss", "validation_loss"])
    #expect(run.series("training_loss")?.values == (0...10).map { Double(20 - $0) })
  }

  @Test func `statistics of Ludwig have the combined loss first`() throws {
    let run = try read(
      #"{"training": {"combined": {"loss": [3, 2]}, "y": {"loss": [3, 2], "accuracy": [0.1, 0.2]}},"#
        + #" "validation": {"combined": {"loss": [4, 3]}, "y": {"loss": [4, 3], "accuracy": [0.1, 0.2]}}}"#,
      name: "training_statistics.json")
    #expect(run.format == "json-columns")
    #expect(run.names.prefix(2) == ["training/combined/loss", "validation/combined/loss"])
  }
}

struct NestedHistoryTests {
  @Test(arguments: [
    #"{"train": [{"epoch": 0, "loss": 2}, {"epoch": 1, "loss": 1}], "valid": [{"epoch": 0, "loss": 3}, {"epoch": 1, "loss": 2}]}"#,
    #"{"train_metrics": [{"loss": 2}, {"loss": 1}], "val_metrics": [{"loss": 3}, {"loss": 2}]}"#,
    #"{"metrics": {"train/loss": [{"step": 0, "value": 2}, {"step": 1, "value": 1}], "val/loss": [{"step": 0, "value": 3}, {"step": 1, "value": 2}]}}"#,
    #"{"columns": ["epoch", "loss", "val_loss"], "index": [0, 1], "data": [[1, 2, 3], [2, 1, 2]]}"#,
  ])
  func `what stands above a list says what its entries are`(text: String) throws {
    let run = try read(text, name: "h.json")
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `histories by the names of runs are several runs`() throws {
    let text = #"{"adam": {"loss": [2, 1], "val_loss": [3, 2]}, "sgd": {"loss": [4, 3], "val_loss": [5, 4]}}"#
    let error = try readError(text, name: "h.json")
    #expect(error.kind == .severalRuns)
    #expect(error.columns == ["adam", "sgd"])
  }

  @Test func `losses by the part of the data are one run`() throws {
    let run = try read(#"{"train": {"loss": [2, 1]}, "val": {"loss": [3, 2]}}"#, name: "h.json")
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `a part of the loss that is evaluated is compared with the one that is trained`() throws {
    let run = try read(
      #"{"log_history": [{"embedding_loss": 0.5, "epoch": 1, "step": 10}, {"eval_embedding_loss": 0.6, "epoch": 1, "step": 10}, {"embedding_loss": 0.3, "epoch": 2, "step": 20}, {"eval_embedding_loss": 0.7, "epoch": 2, "step": 20}]}"#,
      name: "trainer_state.json")
    #expect(run.first(.loss, .training)?.metric == run.first(.loss, .validation)?.metric)
    #expect(run.first(.loss, .validation)?.values == [0.6, 0.7])
  }
}
