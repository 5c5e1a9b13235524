import LogFormats
import RunRecords
import TestSupport
import Testing

struct PrintedFoldsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func `of a real cross-validation have the values that were printed`() throws {
    let runs = try FormatShelf.standard.runs(at: Fixtures.path("runs/console/kfold-overfit.txt"))
    #expect(runs.map(\.name) == ["fold 1", "fold 2", "fold 3"])
    let folds = try runs.map { try $0.read() }
    #expect(folds.map { $0.first(.loss, .training)?.values.last } == [0.1502, 0.1459, 0.1162])
    #expect(folds.map { $0.first(.loss, .validation)?.values.last } == [0.4962, 0.6454, 0.3371])
    #expect(folds.map { $0.first(.accuracy, .validation)?.values.first } == [0.52, 0.64, 0.64])
  }

  @Test(arguments: [
    "========== Fold #/2 ==========", "FOLD #\n-----------", "### fold_# ###", "Training for fold # ...",
    "Fold: #", "K-Fold [#]", "kfold=#", "\u{1B}[1mfold #\u{1B}[0m",
  ]) func `each is a run`(heading: String) throws {
    let log =
      "Using device: cpu, 2-fold cross-validation\n" + fold(1, heading, [2, 1.5, 1])
      + fold(2, heading, [4, 3])
      + "Mean over 2 folds: 0.5\nFold 1: 0.51\nFold 2: 0.49\n"
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["fold 1", "fold 2"])
    #expect(try runs.map { try $0.read().first(.loss, .training)?.values } == [[2, 1.5, 1], [4, 3]])
    #expect(try runs.last?.read().first(.loss, .validation)?.epochs == [1, 2])
  }

  @Test func `may be named behind their epochs alone`() throws {
    let log = (1...3).map { epochs([Double($0) + 1, Double($0)]) + "Fold \($0): accuracy 0.9\($0)\n" }
    let path = try scratch.write((log.joined() + "Mean accuracy 0.92\n").utf8, to: "train.log")
    let runs = try FormatShelf.standard.runs(at: path)
    #expect(runs.map(\.name) == ["fold 1", "fold 2", "fold 3"])
    #expect(try runs.map { try $0.read().first(.loss, .training)?.values } == [[2, 1], [3, 2], [4, 3]])
  }

  @Test func `a run before them is one of its own`() throws {
    let log = "Baseline\n" + epochs([9, 8, 7]) + fold(1, "Fold #", [2, 1.5]) + fold(2, "Fold #", [4, 3])
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["before fold 1", "fold 1", "fold 2"])
    #expect(try runs.first?.read().first(.loss, .training)?.values == [9, 8, 7])
  }

  @Test func `the number may stand in every line`() throws {
    let lines = (0...2).flatMap { fold in
      (1...3).map { "Fold \(fold) | Epoch \($0) | train_loss 1.\($0) | val_loss 2.\($0)\n" }
    }
    let path = try scratch.write(lines.joined().utf8, to: "train.log")
    #expect(try FormatShelf.standard.runs(at: path).map(\.name) == ["fold 0", "fold 1", "fold 2"])
  }

  @Test func `of boosting too, and of repeated cross-validations`() throws {
    let rounds = "[0]\ttrain-rmse:0.5\tvalid-rmse:0.7\n[1]\ttrain-rmse:0.4\tvalid-rmse:0.6\n"
    let log = (1...2).map { "Repeat \($0)\nFold 1\n\(rounds)Fold 2\n\(rounds)" }.joined()
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["fold 1", "fold 2", "fold 1 (2)", "fold 2 (2)"])
    #expect(try runs.last?.read().axis == .iteration)
  }

  @Test(arguments: [
    "Reading folder 1 and unfold 2\n", "manifold 1\nmanifold 2\n", "5-fold\n", "Fold 0.85\nFold 0.91\n", "",
  ]) func `one run without folds stays one`(beginning: String) throws {
    let log = beginning + "Epoch 1: train_loss 0.5 val_loss 0.6\nEpoch 2: train_loss 0.4 val_loss 0.55\n"
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.count == 1 && runs[0].name.hasSuffix("train.log"))
  }

  @Test func `a fold that trained nothing is none`() throws {
    let log = fold(1, "Fold #", [2, 1.5, 1]) + "Fold 2\nskipped\n" + fold(3, "Fold #", [4, 3])
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["fold 1", "fold 3"])
  }

  @Test func `in the output of a cell they are runs of the notebook`() throws {
    let text = (fold(1, "Fold #", [2, 1.5, 1]) + fold(2, "Fold #", [4, 3, 2.5])).replacing("\n", with: "\\n")
    let notebook = """
      {"cells": [{"cell_type": "code", "execution_count": 7, "metadata": {}, "source": [],
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["\(text)"]}]}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    let runs = try FormatShelf.standard.runs(at: try scratch.write(notebook.utf8, to: "train.ipynb"))
    #expect(runs.map(\.name) == ["In [7], fold 1", "In [7], fold 2"])
    #expect(try runs.last?.read().first(.loss, .training)?.values == [4, 3, 2.5])
  }

  private func fold(_ number: Int, _ heading: String, _ losses: [Double]) -> String {
    heading.replacing("#", with: "\(number)") + "\n" + epochs(losses)
      + "Accuracy for fold \(number): 91.5 %\n"
  }

  private func epochs(_ losses: [Double]) -> String {
    losses.enumerated().map {
      "Epoch \($0.offset + 1)/\(losses.count) - train_loss: \($0.element) - val_loss: \($0.element + 0.5)\n"
    }.joined()
  }
}
