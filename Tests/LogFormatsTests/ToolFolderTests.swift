import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Folders in which a tool writes a run in several ways: each is one run.
struct ToolFolderTests {
  private let scratch: ScratchFolder
  private let table = "epoch,train_loss,val_loss\n0,2,3\n1,1,2\n"

  init() throws { scratch = try ScratchFolder() }

  @Test func `a table and the event files of a version of Lightning are one run, with the batch size`() throws
  {
    try scratch.write(table.utf8, to: "version_0/metrics.csv")
    try scratch.write(
      "batch_size: 64\nnum_classes: 10\nnested:\n  batch_size: 1\n".utf8, to: "version_0/hparams.yaml")
    try writeEvents("version_0")
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.map(\.name) == ["version_0"])
    let run = try runs[0].read()
    #expect(run.facts == RunFacts(classCount: 10, batchSize: 64))
    #expect(run.notes.contains { $0.text == "metrics.csv is read; \(eventFile) tells of the same run." })
  }

  @Test func `what is said by hand stands before the settings`() throws {
    try scratch.write(table.utf8, to: "version_0/metrics.csv")
    try scratch.write("batch_size: 64\n".utf8, to: "version_0/hparams.yaml")
    let options = ReadingOptions(facts: RunFacts(batchSize: 8))
    let run = try FormatShelf.standard.read(path: scratch("version_0"), options: options)
    #expect(run.facts.batchSize == 8)
  }

  @Test func `a version whose table holds nothing to judge yet is read from its event files`() throws {
    try scratch.write("epoch,step\n".utf8, to: "version_0/metrics.csv")
    try writeEvents("version_0")
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.format == "tensorboard-folder")
  }

  @Test func `a resumed Trainer is read from the checkpoint that reaches beyond the state of the folder`()
    throws
  {
    func state(_ count: Int) -> String {
      let entries = (1...count).map { #"{"loss": \#(5 - $0), "epoch": \#($0), "step": \#(10 * $0)}"# }
      return #"{"global_step": \#(10 * count), "log_history": [\#(entries.joined(separator: ","))]}"#
    }
    try scratch.write(state(2).utf8, to: "trainer_state.json")
    try scratch.write(state(1).utf8, to: "checkpoint-10/trainer_state.json")
    #expect(try FormatShelf.standard.read(path: scratch.path).series("loss")?.count == 2)
    try scratch.write(state(4).utf8, to: "checkpoint-40/trainer_state.json")
    try scratch.makeFolder("checkpoint-50")
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.series("loss")?.count == 4)
    #expect(run.notes.contains { $0.text.hasPrefix("checkpoint-40/trainer_state.json is read") })
  }

  @Test func `Detectron2 writes one run in three ways`() throws {
    try scratch.write(Detectron2Metrics.card.reads[0].text.utf8, to: "out/metrics.json")
    try scratch.write("iter: 19  total_loss: 2.2\niter: 39  total_loss: 1.8\n".utf8, to: "out/log.txt")
    try writeEvents("out")
    #expect(try names() == ["out"])
  }

  @Test func `every trial of Ray Tune is a run, however it is written`() throws {
    for trial in ["trial_0", "trial_1"] {
      guard case .folder(let files) = RayTuneFolder.card.reads[0].content else { continue }
      for file in files { try scratch.write(file.bytes, to: "\(trial)/\(file.path)") }
    }
    #expect(try names() == ["trial_0", "trial_1"])
    let run = try FormatShelf.standard.read(path: scratch("trial_0"))
    #expect(run.axis == .iteration)
    #expect(run.series("val_loss")?.epochs == [1, 2])
  }

  @Test func `the tables of DVCLive are one run, a metric each`() throws {
    for part in ["train", "val"] {
      try scratch.write("step\tloss\n3\t0.9\n4\t0.7\n".utf8, to: "dvclive/plots/metrics/\(part)/loss.tsv")
    }
    try scratch.write("timestamp\tstep\tlr\n17\t3\t0.1\n18\t4\t\n".utf8, to: "dvclive/plots/metrics/lr.tsv")
    #expect(try names() == ["dvclive"])
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.first(.loss, .validation)?.values == [0.9, 0.7])
    #expect(run.series("lr")?.values == [0.1])
  }

  @Test func `every folder of a detector's trainings is a run, whatever is printed beside the table`() throws
  {
    let results =
      "   epoch,   train/box_loss,  metrics/mAP_0.5,  val/box_loss\n  0, 3, 0.1, 3.5\n  1, 2, 0.2, 3\n"
    for name in ["exp", "exp2", "exp10"] {
      try scratch.write(results.utf8, to: "runs/train/\(name)/results.csv")
      try scratch.write(
        "Epoch 1: train loss 3\nEpoch 2: train loss 2\n".utf8, to: "runs/train/\(name)/console.txt")
      try scratch.write("batch_size: 16\n".utf8, to: "runs/train/\(name)/opt.yaml")
    }
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.map(\.name) == ["runs/train/exp", "runs/train/exp2", "runs/train/exp10"])
    #expect(try runs[1].read().facts.batchSize == 16)
  }

  @Test(arguments: ["", "logs/", "tensorboard/"])
  func `a log of Keras and its event files are one run`(folder: String) throws {
    try scratch.write("epoch,loss,val_loss\n0,2,3\n1,1,2\n".utf8, to: "history.csv")
    try writeEvents("\(folder)train")
    try writeEvents("\(folder)validation")
    try scratch.write(table.utf8, to: "other/run.csv")
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.map(\.name) == [scratch.path, "other/run.csv"])
    #expect(runs[0].source == scratch("history.csv"))
  }

  @Test func `a file of settings is refused with the name of the log beside it`() throws {
    let path = try scratch.write("batch: 16\nlr0: 0.01\nloss: 1\n".utf8, to: "args.yaml")
    let error = try #require(throws: LogError.self) { try FormatShelf.standard.read(path: path) }
    #expect(error.advice?.contains("results.csv") == true)
  }

  private let eventFile = "events.out.tfevents.1700000000.host.1.0"

  private func names() throws -> [String] { try FormatShelf.standard.runs(at: scratch.path).map(\.name) }

  private func writeEvents(_ folder: String) throws {
    let version = EventExample.record([0x1A, 13] + Array("brain.Event:2".utf8))
    let values = EventExample.file([("train_loss", 0, 2.5), ("train_loss", 1, 1.5), ("train_loss", 2, 1.25)])
    try scratch.write(version + values, to: "\(folder)/\(eventFile)")
  }

  @Test func `lists of one length are the curves of a run, and of another length no run`() throws {
    let scratch = try ScratchFolder()
    try scratch.write("2.5\n1.5\n0.5\n".utf8, to: "train_loss.txt")
    try scratch.write("2.6\n1.6\n0.75\n".utf8, to: "val_loss.txt")
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5, 0.5])
    #expect(run.first(.loss, .validation)?.values == [2.6, 1.6, 0.75])
    try scratch.write("2.6\n1.6\n".utf8, to: "val_loss.txt")
    #expect(throws: LogError.self) { try FormatShelf.standard.read(path: scratch.path) }
  }

  @Test func `charts of Weights & Biases in one folder are the curves of their runs`() throws {
    let scratch = try ScratchFolder()
    for (part, value) in [("train", 2), ("val", 3)] {
      let name = "\(part)/loss"
      let header = ["a", "b"].map { "\"\($0) - \(name)\",\"\($0) - \(name)__MIN\",\"\($0) - \(name)__MAX\"" }
      let rows = [0, 1].map { row in
        "\(row),"
          + [0, 10].map { run in
            Array(repeating: "\(value + run - row)", count: 3).joined(separator: ",")
          }.joined(separator: ",")
      }
      let text = "Step," + header.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
      try scratch.write(text.utf8, to: "wandb_export_\(value).csv")
    }
    let runs = try FormatShelf.standard.runs(at: scratch.path).map { try $0.read() }
    #expect(runs.map { $0.first(.loss, .training)?.values } == [[2, 1], [12, 11]])
    #expect(runs.map { $0.first(.loss, .validation)?.values } == [[3, 2], [13, 12]])
  }
}
