import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Logs of every family of formats that were cut off, overwritten in places, or replaced by something else: they are
/// read in part or refused with words.
struct DamagedLogTests {
  /// A log of each family, and the name under which it is read.
  private static let logs = [
    ("csv/keras-csvlogger-overfit.csv", "run.csv"), ("csv/hand-written-tabs.tsv", "run.tsv"),
    ("csv/run-digits_overfit_val-tag-loss.csv", "run-a_val-tag-loss.csv"),
    ("json/keras-history-overfit.json", "history.json"),
    ("json/hugging-face-steps.json", "trainer_state.json"),
    ("json/spacy-healthy.jsonl", "log.jsonl"),
    ("json/catboost-training-underfit.json", "catboost_training.json"),
    ("json/lightgbm-overfit.json", "evals.json"), ("console/tqdm-healthy.txt", "console.txt"),
    ("console/xgboost-overfit.txt", "console.txt"), ("console/spacy-healthy.txt", "console.txt"),
    ("console/fastai-diverge.txt", "console.txt"),
    (
      "tensorboard/new-style-healthy/events.out.tfevents.1795394877.vm.25053.17", "events.out.tfevents.1"
    ),
    ("wandb/offline-run-20261123_005744-nhk2zmfe/run-nhk2zmfe.wandb", "run-a.wandb"),
    ("numpy/history.npz", "history.npz"), ("numpy/val_loss.npy", "val_loss.npy"),
    ("mlflow/mlflow.db", "mlflow.db"),
  ]

  /// Reads a log from a file, as some formats must be, and checks what comes of it.
  private func check(_ bytes: some Sequence<UInt8>, _ name: String, _ folder: ScratchFolder) throws {
    let path = try folder.write(bytes, to: name)
    do {
      for run in try FormatShelf.standard.runs(at: path) { check(try run.read()) }
    } catch {
      #expect(!error.problem.isEmpty)
      #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
    }
  }

  private func check(_ run: RunRecord) {
    for series in run.series {
      #expect(zip(series.epochs, series.epochs.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(!run.notes.contains { $0.text.unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test(arguments: logs)
  func `a log that is cut off is read in part or refused`(log: String, name: String) throws {
    let bytes = try Fixtures.bytes("runs/" + log)
    let folder = try ScratchFolder()
    for part in 0..<40 { try check(bytes.prefix(bytes.count * part / 40), name, folder) }
    for end in 1...20 { try check(bytes.dropLast(end), name, folder) }
  }

  @Test(arguments: logs)
  func `a log with wrong bytes is read in part or refused`(log: String, name: String) throws {
    let bytes = try Fixtures.bytes("runs/" + log)
    let folder = try ScratchFolder()
    var random = SeededGenerator(seed: 11)
    for count in [1, 3, 40] {
      for _ in 0..<15 {
        var damaged = bytes
        for _ in 0..<count {
          damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try check(damaged, name, folder)
      }
    }
  }

  @Test(arguments: logs)
  func `a stretch that is missing or comes twice is read over or refused`(log: String, name: String) throws {
    let bytes = try Fixtures.bytes("runs/" + log)
    let folder = try ScratchFolder()
    var random = SeededGenerator(seed: 12)
    for _ in 0..<15 {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = Int.random(in: start...bytes.count, using: &random)
      try check(bytes[..<start] + bytes[end...], name, folder)
      try check(bytes[..<end] + bytes[start...], name, folder)
    }
  }

  @Test(arguments: logs)
  func `an empty log is said to be empty`(log: String, name: String) throws {
    for bytes in [[], Array("\n\n \n".utf8)] {
      #expect(try readError(bytes, name: name).kind == .empty)
    }
  }

  @Test(arguments: logs)
  func `a log under the name of another is read as what it is or refused`(log: String, name: String) throws {
    let bytes = try Fixtures.bytes("runs/" + log)
    let folder = try ScratchFolder()
    for other in Set(Self.logs.map(\.1)) { try check(bytes, other, folder) }
  }
}
