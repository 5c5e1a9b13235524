import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct ResumedRunsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `a version that goes on behind the end of an earlier one is one run with it`() throws {
    try write("version_0", 0..<4)
    try write("version_1", 4..<8)
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.map(\.name) == ["version_0-version_1"])
    let run = try runs[0].read()
    #expect(run.series("train_loss")?.epochs == (0..<8).map(Double.init))
    #expect(run.series("val_loss")?.summary.count == 8)
    #expect(run.notes.contains { $0.text.contains("version_1 goes on at epoch 4") })
  }

  @Test func `what a resumed run logs again stands in the place of the earlier values`() throws {
    try write("version_0", 0..<6, offset: 0)
    try write("version_1", 4..<8, offset: 100)
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.series("val_loss")?.epochs == (0..<8).map(Double.init))
    #expect(run.series("val_loss")?.values.map { $0 >= 100 } == (0..<8).map { $0 >= 4 })
    #expect(run.notes.contains { $0.text.contains("values of version_0 from there on are left out") })
  }

  @Test func `versions that begin anew, leave a gap or have other settings are runs of their own`() throws {
    try write("version_0", 0..<4)
    try write("version_1", 0..<4)
    try write("version_2", 9..<12)
    try write("version_10", 4..<8, settings: "lr: 1\n")
    #expect(try names() == ["version_0", "version_1", "version_2", "version_10"])
  }

  @Test func `a crashed start between the two parts of a run belongs to neither`() throws {
    try write("version_0", 0..<9)
    try write("version_1", 0..<2)
    try write("version_2", 9..<12)
    try write("version_3", 12..<15)
    #expect(try names() == ["version_0-version_3", "version_1"])
  }

  @Test func `an interval of logging that changed is no resume`() throws {
    for (name, steps) in [("20260101_010101", [10, 20, 30, 40]), ("20260101_020202", [20, 40, 60])] {
      let lines = steps.map { #"{"lr": 0.1, "data_time": 0.01, "loss": 1.5, "step": \#($0)}"# + "\n" }
      try scratch.write(lines.joined().utf8, to: "\(name)/vis_data/scalars.json")
    }
    #expect(try names() == ["20260101_010101", "20260101_020202"])
  }

  @Test func `the logs of MMCV lie side by side, and what is printed beside them is no run`() throws {
    for (name, epochs) in [
      ("20200101_010101", 1...2), ("20200101_020202", 3...4), ("20200101_030303", 1...2),
    ] {
      let lines = epochs.map {
        #"{"mode": "train", "epoch": \#($0), "iter": 50, "lr": 0.1, "data_time": 1.9, "loss": 2.1}"# + "\n"
          + #"{"mode": "val", "epoch": \#($0), "iter": 9, "lr": 0.1, "bbox_mAP": 0.3}"# + "\n"
      }
      try scratch.write((#"{"env_info": "Linux"}"# + "\n" + lines.joined()).utf8, to: "\(name).log.json")
      try scratch.write("Epoch 1: train loss: 2.1\nEpoch 2: train loss: 1.1\n".utf8, to: "\(name).log")
    }
    #expect(try names() == ["20200101_010101-20200101_020202", "20200101_030303"])
  }

  @Test func `the starts of one run of Weights and Biases have one name`() throws {
    for (start, identifier, steps) in [("01", "a1", 0..<4), ("02", "a1", 4..<7), ("03", "b2", 4..<7)] {
      let rows = steps.map { step in
        [("train_loss", "\(9 - step)"), ("val_loss", "\(10 - step)"), ("_step", "\(step)")].map {
          (name: $0, json: $1)
        }
      }
      let folder = "wandb/offline-run-20260101_0000\(start)-\(identifier)"
      try scratch.write(WandbExample.file(rows), to: "\(folder)/run-\(identifier).wandb")
    }
    let runs = try FormatShelf.standard.runs(at: scratch.path)
    #expect(runs.count == 2)
    let run = try #require(runs.first).read()
    #expect(run.name == "run-a1.wandb")
    #expect(run.axis == .epoch)
    #expect(run.series("val_loss")?.values == [10, 9, 8, 7, 6, 5, 4])
    #expect(run.notes.contains { $0.text.contains("read as one run") })
  }

  private func names() throws -> [String] { try FormatShelf.standard.runs(at: scratch.path).map(\.name) }

  private func write(
    _ version: String, _ epochs: Range<Int>, offset: Double = 0, settings: String = "lr: 0.1\n"
  ) throws {
    let rows = epochs.map { epoch in
      let value = offset + 3 / Double(epoch + 1)
      return "\(epoch),\(10 * epoch + 9),,\(value)\n\(epoch),\(10 * epoch + 9),\(value),\n"
    }
    try scratch.write(("epoch,step,train_loss,val_loss\n" + rows.joined()).utf8, to: "\(version)/metrics.csv")
    try scratch.write(settings.utf8, to: "\(version)/hparams.yaml")
  }
}
