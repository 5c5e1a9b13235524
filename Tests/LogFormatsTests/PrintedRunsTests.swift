import LogFormats
import RunRecords
import TestSupport
import Testing

struct PrintedRunsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  // MARK: Folds

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
    let runs = try runsOfCell(7, fold(1, "Fold #", [2, 1.5, 1]) + fold(2, "Fold #", [4, 3, 2.5]))
    #expect(runs.map(\.name) == ["In [7], fold 1", "In [7], fold 2"])
    #expect(try runs.last?.read().first(.loss, .training)?.values == [4, 3, 2.5])
  }

  // MARK: Models

  @Test func `models that are trained in turn are runs of their own, by the titles above them`() throws {
    let log =
      "Using device: cpu\n=== Linear model ===\n" + epochs([0.72, 0.65, 0.6]) + "Test accuracy: 62.5 %\n"
      + "Saved model to linear.pt\n\n=== MLP ===\n" + epochs([0.66, 0.4, 0.2]) + "Test accuracy: 66.5 %\n"
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["Linear model", "MLP"])
    #expect(
      try runs.map { try $0.read().first(.loss, .training)?.values } == [
        [0.72, 0.65, 0.6], [0.66, 0.4, 0.2],
      ])
    #expect(try runs.map { try $0.read().notes(.repeatedEpochs) } == [[], []])
  }

  @Test func `of a real loop over networks have the values that were printed`() throws {
    let runs = try FormatShelf.standard.runs(at: Fixtures.path("runs/console/sklearn-sweep.txt"))
    #expect(runs.map(\.name) == ["hidden layers: (1,)", "hidden layers: (8,)", "hidden layers: (64,)"])
    let losses = try runs.map { try $0.read().first(.loss, .training)?.values }
    #expect(losses.map(\.?.first) == [2.33384527, 2.44144875, 2.40612396])
    #expect(losses.map(\.?.count) == [30, 30, 30])
  }

  @Test(arguments: [
    (["lr=0.1", "lr=0.01", "lr=0.001"], ["lr=0.1", "lr=0.01", "lr=0.001"]),
    (
      ["Training CNN ...", "Training MLP ...", "Training ViT ..."],
      ["Training CNN", "Training MLP", "Training ViT"]
    ),
    (
      ["Trial #1\n8  |8  |units", "Trial #2\n16 |8  |units", "Trial #3\n32 |8  |units"],
      ["Trial #1", "Trial #2", "Trial #3"]
    ),
    (["Wrote a.pt", "ready", "next one"], ["run 1", "run 2", "run 3"]),
    (["Training ...", "Training ...", "Training ..."], ["run 1", "run 2", "run 3"]),
    (["", "", ""], ["run 1", "run 2", "run 3"]),
  ]) func `a title has to tell each from all others`(titles: [String], names: [String]) throws {
    let log = titles.map { "GPU 0\n\($0)\n" + epochs([2, 1.5, 1.2]).replacing("1.2", with: "1.\($0.count)") }
    let varied = log.enumerated().map { $0.element.replacing("2.0", with: "2.0\($0.offset)") }.joined()
    let runs = try FormatShelf.standard.runs(at: try scratch.write(varied.utf8, to: "train.log"))
    #expect(runs.map(\.name) == names)
  }

  @Test(arguments: [
    ("keras2-lines-healthy.txt", "keras3-bar-healthy.txt"),
    ("keras3-bar-healthy.txt", "keras2-lines-healthy.txt"),
    ("tutorial-percent-healthy.txt", "tutorial-pipe-overfit.txt"),
    ("best-marker-overfit.txt", "tutorial-pipe-overfit.txt"),
  ]) func `logs of tools behind each other are read as each by itself`(one: String, other: String) throws {
    let names = [one, other].map { "runs/console/\($0)" }
    let log = try names.map { try Fixtures.bytes($0) + [0x0A] }.joined()
    let runs = try FormatShelf.standard.runs(at: try scratch.write(log, to: "train.log"))
    let alone = try names.map { try FormatShelf.standard.read(path: Fixtures.path($0)) }
    let parts = try runs.map { try $0.read() }
    #expect(parts.map { $0.series.map(\.values) } == alone.map { $0.series.map(\.values) })
  }

  @Test func `tables and boosting rounds that begin anew are cut too`() throws {
    func table(_ width: Int, _ losses: [Double]) -> String {
      let blank = String(repeating: " ", count: width)
      return "epoch\(blank)train_loss\(blank)valid_loss\n"
        + losses.enumerated().map { "\($0.offset)\(blank)\($0.element)\(blank)\($0.element + 0.5)\n" }
        .joined()
    }
    let fits = try FormatShelf.standard.runs(
      at: try scratch.write(("A\n" + table(4, [2, 1.5]) + table(6, [2.5, 1])).utf8, to: "fits.log"))
    #expect(try fits.map { try $0.read().first(.loss, .training)?.values } == [[2, 1.5], [2.5, 1]])
    let rounds = [[0.5, 0.4], [0.9, 0.2]].map {
      $0.enumerated().map { "[\($0.offset)]\ttrain-rmse:\($0.element)\tvalid-rmse:1.\($0.offset)\n" }.joined()
    }
    let boosted = try FormatShelf.standard.runs(
      at: try scratch.write(rounds.joined().utf8, to: "boosting.log"))
    #expect(try boosted.map { try $0.read().first(.loss, .training)?.values } == [[0.5, 0.4], [0.9, 0.2]])
  }

  @Test func `bars that are drawn on one line for all epochs of a model are cut between the models`() throws {
    let fits = [[2.0, 1.5, 1.2], [2.1, 0.9, 0.4]].map { losses in
      losses.enumerated().map { epoch, loss in
        "\rEpoch \(epoch):  50%|##  | 5/10 [00:01<00:01, train_loss=9.0]"
          + "\rEpoch \(epoch): 100%|####| 10/10 [00:02<00:00, train_loss=\(loss), val_loss=\(loss + 0.5)]"
      }.joined() + "\n`Trainer.fit` stopped.\n"
    }
    let runs = try FormatShelf.standard.runs(
      at: try scratch.write(("model A\n" + fits[0] + "model B\n" + fits[1]).utf8, to: "train.log"))
    #expect(runs.map(\.name) == ["model A", "model B"])
    #expect(
      try runs.map { try $0.read().first(.loss, .training)?.values } == [[2.0, 1.5, 1.2], [2.1, 0.9, 0.4]])
  }

  @Test func `the bars of fastai begin no run of their own`() throws {
    func fit(_ losses: [Double]) -> String {
      "\u{2588}\repoch     train_loss  valid_loss  accuracy  time    \n"
        + losses.enumerated().map {
          "\u{2588}\r\rEpoch \($0.offset + 1)/2 : |----| 0.00% [0/39 00:00<?]\rEpoch \($0.offset + 1)/2 : |####| 100.00%\r    \r"
            + "\($0.offset)         \($0.element)00000    \($0.element)40000    0.610000  00:04     \n"
        }.joined()
    }
    let runs = try FormatShelf.standard.runs(
      at: try scratch.write((fit([2.2, 1.9]) + fit([2.3, 0.8])).utf8, to: "fastai.txt"))
    #expect(try runs.map { try $0.read().first(.loss, .training)?.values } == [[2.2, 1.9], [2.3, 0.8]])
  }

  @Test func `losses that go on after the counter began again are one run`() throws {
    let log = "Stage 1\n" + epochs([2.3, 1.3, 0.9]) + "Stage 2: unfrozen\n" + epochs([0.95, 0.6, 0.4])
    let run = try FormatShelf.standard.read(path: try scratch.write(log.utf8, to: "train.log"))
    #expect(run.first(.loss, .training)?.values == [2.3, 1.3, 0.9, 0.95, 0.6, 0.4])
    #expect(run.notes(.restartedCounter).count == 1)
  }

  @Test func `a run that is told again at its end is one`() throws {
    let log = epochs([2.3, 1.3, 0.9]) + "History\n" + epochs([2.3, 1.3, 0.9])
    #expect(try FormatShelf.standard.runs(at: try scratch.write(log.utf8, to: "train.log")).count == 1)
  }

  @Test func `the part that is missing in one is no second run`() throws {
    let log = ["train", "val"].map { split in
      (1...3).map { "epoch \($0): \(split)_loss \(3 - $0).5\n" }.joined()
    }
    let run = try FormatShelf.standard.read(path: try scratch.write(log.joined().utf8, to: "train.log"))
    #expect(run.first(.loss, .training)?.count == 3 && run.first(.loss, .validation)?.count == 3)
  }

  @Test func `the short rounds of a federated training are one run`() throws {
    let rounds = (1...8).map { "Round \($0)\n" + epochs([2 - Double($0) / 5, 1.7 - Double($0) / 5]) }
    #expect(
      try FormatShelf.standard.runs(at: try scratch.write(rounds.joined().utf8, to: "fed.log")).count == 1)
  }

  @Test func `two models in one cell are two runs of the notebook`() throws {
    let runs = try runsOfCell(
      3, "Linear model\n" + epochs([0.7, 0.6]) + "Deep model\n" + epochs([0.72, 0.3]))
    #expect(runs.map(\.name) == ["In [3], Linear model", "In [3], Deep model"])
  }

  /// The runs of a notebook with one cell that printed a text.
  private func runsOfCell(_ number: Int, _ text: String) throws -> [RunLocation] {
    let notebook = """
      {"cells": [{"cell_type": "code", "execution_count": \(number), "metadata": {}, "source": [],
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["\(text.replacing("\n", with: "\\n"))"]}]}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    return try FormatShelf.standard.runs(at: try scratch.write(notebook.utf8, to: "train.ipynb"))
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
