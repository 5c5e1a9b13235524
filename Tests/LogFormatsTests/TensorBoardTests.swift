import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct TensorBoardTests {
  @Test(arguments: FixtureExpectation.load("tensorboard") + FixtureExpectation.load("wandb"))
  func `values are those that the tool reported`(expected: FixtureExpectation) throws {
    try expected.check(FormatShelf.standard.read(path: Fixtures.path("runs/\(expected.file)")))
  }

  @Test(arguments: [
    ("keras-overfit", RunAxis.epoch, 0.0, 29.0), ("lightning-overfit", .epoch, 0, 29),
    ("hugging-face-overfit", .epoch, 1, 12), ("mmengine-diverge", .epoch, 1, 4),
    ("catboost-healthy", .iteration, 0, 59), ("two-writers-digits-overfit", .epoch, 1, 40),
    ("resumed-purge", .epoch, 0, 29),
  ])
  func `validation stands at the epochs where the log says them`(
    folder: String, axis: RunAxis, first: Double, last: Double
  ) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/tensorboard/\(folder)"))
    let loss = try #require(run.first(.loss, .validation))
    #expect(run.axis == axis)
    #expect(loss.epochs.first == first)
    #expect(loss.epochs.last == last)
    #expect(run.first(.loss, .training)?.epochs.last == last)
  }

  @Test(arguments: [
    ("truncated-tail-overfit", RunNote.Kind.droppedRows, "ends within the record at byte 16140"),
    ("resumed-overlap", .repeatedEpochs, "4 epochs"),
    ("mmengine-diverge", .interpretation, "accuracy: read as measured on the validation data"),
    ("tf-summary-percent", .interpretation, "read as percent"),
    ("hugging-face-overfit", .interpretation, "train/loss: each value is the mean"),
  ])
  func `what a reader decided is noted`(folder: String, kind: RunNote.Kind, text: String) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/tensorboard/\(folder)"))
    #expect(run.notes(kind).contains { $0.text.contains(text) }, "\(run.notes)")
  }

  @Test func `a purge takes back the steps that are not logged again`() throws {
    let purge = EventExample.record([0x10, 2, 0x3A, 2, 0x08, 1])
    let bytes =
      EventExample.file(falling("train/loss", 5)) + purge + EventExample.file([("train/loss", 2, 2.5)])
    let run = try FormatShelf.standard.read(bytes: bytes, name: "events.out.tfevents.1")
    #expect(run.first(.loss, .training)?.values == [5, 4, 2.5])
    #expect(run.notes.isEmpty)
  }

  @Test func `losses of batches beside those of epochs change nothing`() throws {
    let scalars = falling("Loss/train_step", 100) + falling("Loss/train", 5) + falling("Loss/val", 5)
    let run = try FormatShelf.standard.read(bytes: EventExample.file(scalars), name: "events.out.tfevents.1")
    #expect(run.names == ["Loss/train", "Loss/val"])
    #expect(run.first(.loss, .training)?.epochs == [0, 1, 2, 3, 4])
  }

  @Test func `training over steps and validation over epochs come to one axis`() throws {
    let scalars = falling("train_loss", 100) + falling("val_loss", 5)
    let run = try FormatShelf.standard.read(bytes: EventExample.file(scalars), name: "events.out.tfevents.1")
    #expect(run.first(.loss, .training)?.epochs.last == 4)
    #expect(run.first(.loss, .validation)?.epochs == [0, 1, 2, 3, 4])
    #expect(run.notes(.interpretation).contains { $0.text.contains("spread evenly over the 5 epochs") })
  }

  @Test func `a bare score that stands at the steps of validation is one of validation`() throws {
    var scalars = falling("loss", 10) + falling("acc", 10)
    for step: Int64 in [4, 9] { scalars += [("val_loss", step, 1), ("accuracy", step, 0.5)] }
    let run = try FormatShelf.standard.read(bytes: EventExample.file(scalars), name: "events.out.tfevents.1")
    #expect(run.series("accuracy")?.split == .validation)
    #expect(run.series("acc")?.split == .training)
  }

  /// Values that fall to 1, at steps from 0 on.
  private func falling(_ tag: String, _ count: Int64) -> [(tag: String, step: Int64, value: Float)] {
    (0..<count).map { step in (tag, step, Float(count - step)) }
  }

  @Test func `a cut or flipped file is never a crash`() throws {
    let path = Fixtures.path("runs/tensorboard/new-style-healthy")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: path).first)
    let whole = [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name)))
    for count in stride(from: 0, to: whole.count, by: 97) {
      _ = try? FormatShelf.standard.read(bytes: Array(whole.prefix(count)), name: name)
      var flipped = whole
      flipped[count] ^= 0x80
      _ = try? FormatShelf.standard.read(bytes: flipped, name: name)
    }
  }

  @Test func `a damaged file is told, not passed over`() throws {
    let scratch = try ScratchFolder()
    try scratch.write([UInt8](repeating: 7, count: 100), to: "run/events.out.tfevents.1")
    let error = try #require(throws: LogError.self) { try FormatShelf.standard.read(path: scratch.path) }
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("byte 0"))
  }
}
