import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct TensorBoardFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `nested folders are runs of their own`() throws {
    try write("exp1/train", "loss", count: 3)
    try write("exp1/validation", "loss", count: 3)
    try write("exp2", "train/loss", count: 3)
    try write("exp2/again", "train/loss", count: 3)
    #expect(try names() == ["exp1", "exp2", "exp2/again"])
    #expect(try read(0).names == ["train/loss", "validation/loss"])
  }

  @Test func `a folder of final values by add_hparams is no run`() throws {
    try write(".", "train/loss", count: 3)
    try write("1795394880.4077594", "hparam/loss", count: 1)
    #expect(try names() == [scratch.path])
  }

  @Test func `neither is one that was named otherwise`() throws {
    try write(".", "train/loss", count: 3)
    try write("run", "hparams/loss", count: 1)
    #expect(try names() == [scratch.path, "run"])
    try write("run", "_hparams_/session_start_info", count: 1, file: "events.out.tfevents.2.host")
    #expect(try names() == [scratch.path])
  }

  @Test func `event files beside a table of the same run are not a second run`() throws {
    try write("run", "train/loss", count: 3)
    try scratch.write(Array("epoch,train_loss,val_loss\n1,2,3\n2,1,2\n".utf8), to: "run/results.csv")
    #expect(try names() == ["run"])
    #expect(try read(0).format == "log-with-events-folder")
  }

  @Test func `the files of a folder are read in the order of their times`() throws {
    try write(".", "train/loss", count: 3, file: "events.out.tfevents.900.host")
    try write(".", "train/loss", from: 2, count: 3, value: 7, file: "events.out.tfevents.1000.host")
    let run = try read(0)
    #expect(run.first(.loss, .training)?.epochs == [0, 1, 2, 3, 4])
    #expect(run.first(.loss, .training)?.values.last == 7)
  }

  @Test func `folders of add_scalars make one run with the file above them`() throws {
    try write(".", "other", count: 0)
    try write("Loss_all_train", "Loss/all", count: 3)
    try write("Loss_all_val", "Loss/all", count: 3)
    try write("group/loss/train", "group/loss", count: 3)
    try write("Loss_other", "train/loss", count: 3)
    #expect(try names() == [scratch.path, "Loss_other"])
    #expect(try read(0).names.starts(with: ["train/Loss/all", "val/Loss/all"]))
  }

  @Test(arguments: ["Training vs. Validation Loss", "train_val_loss", "Train/Val Loss"])
  func `of a group that names both parts the folder says which it is`(tag: String) throws {
    let flat = tag.replacing("/", with: "_")
    try write(".", "other", count: 0)
    try write("\(flat)_Training", tag, count: 3)
    try write("\(flat)_Validation", tag, count: 3, value: 7)
    let run = try read(0)
    #expect(run.first(.loss, .training)?.values == [5, 5, 5])
    #expect(run.first(.loss, .validation)?.values == [7, 7, 7])
  }

  @Test func `empty files and those of the profiler are passed over`() throws {
    try write("run", "train/loss", count: 3)
    try scratch.write([], to: "run/events.out.tfevents.2")
    try scratch.write([1], to: "run/events.out.tfevents.3.profile-empty")
    #expect(try read(0).first(.loss, .training)?.count == 3)
  }

  private func names() throws -> [String] { try FormatShelf.standard.runs(at: scratch.path).map(\.name) }

  private func read(_ index: Int) throws -> RunRecord {
    try FormatShelf.standard.runs(at: scratch.path)[index].read()
  }

  private func write(
    _ folder: String, _ tag: String, from first: Int64 = 0, count: Int64, value: Float = 5,
    file: String = "events.out.tfevents.1"
  ) throws {
    let version = EventExample.record([0x1A, 13] + Array("brain.Event:2".utf8))
    let values = EventExample.file((0..<count).map { (tag, first + $0, value) })
    try scratch.write(version + values, to: "\(folder)/\(file)")
  }
}
