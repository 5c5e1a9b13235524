import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

/// What the tools that wrote the fixtures said about them, to the digits that they printed.
struct FixtureExpectation: Sendable, CustomTestStringConvertible {
  let file: String
  let training: [String]
  let validation: [String]
  var testDescription: String { file }

  static let all: [FixtureExpectation] = {
    let text = (try? String(contentsOfFile: Fixtures.path("runs/csv/index.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return FixtureExpectation(
        file: cells[0], training: Array(cells[1...3]), validation: Array(cells[4...7]))
    }
  }()
}

struct FixtureRunTests {
  @Test func `the index lists at least twenty logs`() {
    #expect(FixtureExpectation.all.count >= 20)
  }

  @Test(arguments: FixtureExpectation.all)
  func `values are those that the tool reported`(expected: FixtureExpectation) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/\(expected.file)"))
    if let training = try series(expected.training[0], .training, in: run) {
      try check(training.values.first, expected.training[1], "\(expected.file) first")
      try check(training.values.last, expected.training[2], "\(expected.file) last")
    }
    if let validation = try series(expected.validation[0], .validation, in: run) {
      try check(validation.values.first, expected.validation[1], "\(expected.file) first")
      try check(validation.values.last, expected.validation[2], "\(expected.file) last")
      try check(validation.values.filter(\.isFinite).min(), expected.validation[3], "\(expected.file) lowest")
    }
  }

  @Test(arguments: FixtureExpectation.all)
  func `the first losses of a record are a pair of one metric`(expected: FixtureExpectation) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/\(expected.file)"))
    if let training = run.first(.loss, .training), let validation = run.first(.loss, .validation) {
      #expect(training.metric == validation.metric)
    }
    for series in run.series {
      #expect(zip(series.epochs, series.epochs.dropFirst()).allSatisfy { $0 < $1 }, "\(series.name)")
    }
  }

  @Test func `every fixture is read`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.path("runs/csv"))
      .filter { $0 != "index.tsv" && $0 != "README.md" }
    #expect(files.count >= 25)
    for file in files {
      #expect(throws: Never.self, "\(file)") {
        _ = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/\(file)"))
      }
    }
  }

  @Test(arguments: [
    ("keras-csvlogger-metrics-changed.csv", RunNote.Kind.droppedRows, "Lines 10-17"),
    ("keras-csvlogger-epochs-restart.csv", .restartedCounter, "12 is added"),
    ("keras-csvlogger-no-validation.csv", .interpretation, "val_accuracy, val_loss: no value in any row"),
    ("fastai-append-twice.csv", .restartedCounter, "10 is added"),
    ("fastai-append-twice.csv", .interpretation, "Line 12: the header again"),
    ("timm-overfit.csv", .interpretation, "eval_top1, eval_top5: read as percent"),
    ("hand-written-spreadsheet-percent.csv", .interpretation, "read as percent"),
    ("lightning-step-losses-only.csv", .interpretation, "train_loss: several values in one epoch"),
    ("yolov5-padded.csv", .interpretation, "train/box_loss + train/obj_loss + train/cls_loss"),
    ("xgboost-cv.csv", .interpretation, "rows are counted from 1"),
  ])
  func `what a reader decided is noted`(file: String, kind: RunNote.Kind, text: String) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/\(file)"))
    #expect(run.notes(kind).contains { $0.text.contains(text) }, "\(run.notes)")
  }

  @Test(arguments: [
    ("keras-csvlogger-healthy.csv", ["loss", "val_loss", "accuracy", "val_accuracy"]),
    ("fastai-overfit.csv", ["train_loss", "valid_loss", "accuracy", "time"]),
    ("timm-overfit.csv", ["train_loss", "eval_loss", "eval_top1", "eval_top5", "lr"]),
    ("skorch-dataframe-overfit.csv", ["train_loss", "valid_loss", "train_acc", "valid_acc", "dur"]),
    ("xgboost-cv.csv", ["train-logloss-mean", "test-logloss-mean"]),
    ("sklearn-mlp-early-stopping.csv", ["loss", "val_score"]),
    (
      "lightning-learning-rate-monitor.csv",
      ["train_loss_epoch", "val_loss", "train_acc", "val_acc", "lr-Adam"]
    ),
    ("run-digits_overfit_val-tag-loss.csv", ["val/loss"]),
  ])
  func `the series of a fixture come in the order in which they matter`(file: String, names: [String]) throws
  {
    #expect(try FormatShelf.standard.read(path: Fixtures.path("runs/csv/\(file)")).names == names)
  }

  private func series(_ name: String, _ split: Split, in run: RunRecord) throws -> MetricSeries? {
    guard name != "-" else { return nil }
    let series = try #require(run.series(name))
    #expect(series.split == split)
    return series
  }

  /// Compares to the four significant digits that the index gives.
  private func check(_ value: Double?, _ text: String, _ comment: Comment) throws {
    guard text != "-" else { return }
    let expected = try #require(Double(text), comment)
    let value = try #require(value, comment)
    if expected.isFinite {
      #expect(abs(value - expected) <= abs(expected) * 0.000_51, comment)
    } else {
      #expect(value == expected, comment)
    }
  }

  @Test(arguments: [
    ("healthy-1", 20), ("overfitting-1", 20), ("overfitting-2", 25), ("underfitting-1", 80),
    ("undertrained-2", 25), ("diverged-2", 25), ("unstable-1", 25), ("stuck-1", 20), ("no-signal-1", 30),
    ("val-unrepresentative-1", 25),
  ])
  func `a run of the benchmark has its losses and accuracies`(name: String, epochs: Int) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/bench/\(name).csv"))
    #expect(run.names == ["train_loss", "val_loss", "train_acc", "val_acc"])
    #expect(run.series.allSatisfy { $0.count == epochs && $0.epochs.first == 1 })
    #expect(run.notes.isEmpty)
  }
}
