import LogFormats
import RunRecords
import Testing

/// A way to print an epoch; `T` and `V` stand for the losses, `E` for the epoch.
struct Wording: Sendable, CustomTestStringConvertible {
  let line: String
  var testDescription: String { line.split(separator: "\n").joined(separator: " / ") }

  static let all = [
    "Epoch E: train T val V",
    "Epoch E | train: T | val: V",
    "EPOCH E: LOSS train T valid V",
    "Epoch E loss: train T, val V",
    "Epoch E - Loss | Train: T | Val: V",
    "Epoch E loss(train) T loss(val) V",
    "Epoch E Loss (train): T Loss (val): V",
    "Epoch E Loss(train/val): T/V",
    "Epoch E train/val loss: T / V",
    "Epoch E train_loss -> T, val_loss -> V",
    "Epoch E: train_loss => T val_loss => V",
    "Epoch E train loss [T] val loss [V]",
    "Epoch E train_loss - T, val_loss - V",
    "Epoch E tr_loss T | va_loss V | tr_acc 50.0% | va_acc 51.0%",
    "Epoch E loss_tr: T loss_te: V",
    "Epoch E t_loss=T v_loss=V",
    "Epoch E T.Loss: T V.Loss: V",
    "Epoch E train_cross_entropy_loss: T val_cross_entropy_loss: V",
    "Train loss at epoch E: T\nValidation loss at epoch E: V",
    "Training loss (for the whole set) at epoch E: T\nValidation loss (same) at epoch E: V",
    "Epoch E of 3 took 3.210s\n  training loss:\t\tT\n  validation loss:\t\tV",
    "Epoch: E | loss: T (train) V (val) | acc: 50.0% (train) 51.0% (val)",
    "epoch E loss T (val V) acc 0.5 (val 0.51)",
    "epoch E loss T [train] | V [val]",
    "Epoche E: Trainingsverlust: T; Validierungsverlust: V",
    "Epoch E loss train/val = T/V",
    "Epoch E Loss (Train.) T Loss (Val.) V",
    "ep E | tl T | vl V | ta 0.5 | va 0.4",
    "Epoch E lossT: T lossV: V",
    "Epoch E loss=T (val: V), acc=0.5 (val: 0.4)",
    "Epoch E loss T (val V) acc 50% (val 40%)",
    "Epoch E | loss: T (train) V (val) | acc: 50.5% (train) 40.5% (val)",
    "Epoch E loss T [train] | V [val]",
    "epoch E: T train loss, V val loss",
    "Epoch E training: loss T | validating: loss V",
    "Epoch E\nTraining...\nloss: T\nEvaluating...\nloss: V",
    "Train: [E/3][0/50] loss T\nTest: [0/9] loss V",
    "INFO TRAIN [E][50/50] loss T\nINFO VAL [E][9/9] loss V",
    "Epoch: [E] [9/9] loss: 9.5 (T)\nTest: Total time: 0:00:01 (0.1 s / it)\nAveraged stats: loss: V",
    "-----第 E 轮训练开始-----\n训练次数：100, Loss: T\n整体测试集上的Loss: V",
    "第E个epoch，训练集上的损失为T，验证集上的损失为V，验证集上的准确率为0.5",
  ].map { Wording(line: $0) }

  /// Prints three epochs.
  func text(comma: Bool = false) -> String {
    let values = [(2.25, 2.5), (1.75, 1.9), (1.25, 1.6)]
    return values.enumerated().map { index, losses in
      // Capitals within words stand for nothing.
      let words = line.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.replacing(/\bE\b/) { _ in "\(index + 1)" }
          .replacing(/\bT\b(?!\.)/) { _ in "\(losses.0)" }.replacing(/\bV\b(?!\.)/) { _ in "\(losses.1)" }
      }.joined(separator: "\n")
      return comma ? words.replacing(".", with: ",") : words
    }.joined(separator: "\n") + "\n"
  }
}

struct PrintedWordingTests {
  @Test(arguments: Wording.all)
  func `a loss is found however it is worded`(wording: Wording) throws {
    let run = try read(wording.text(), name: "train.log")
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
    #expect(run.first(.loss, .validation)?.values == [2.5, 1.9, 1.6])
    #expect(run.first(.loss, .validation)?.epochs == [1, 2, 3])
  }

  @Test(arguments: [
    "Epoch % | loss: 1.% (train) 2.% (val) | acc: 50.%% (train) 40.%% (val)",
    "epoch % loss 1.% (val 2.%) acc 50.%% (val 40.%%)",
  ])
  func `scores with their parts of the data behind them are told apart`(line: String) throws {
    let lines = (1...4).map { line.replacing("%%", with: "\($0)§").replacing("%", with: "\($0)") + "\n" }
    let run = try read(lines.joined().replacing("§", with: "%"), name: "out.txt")
    func thousandths(_ split: Split) -> [Double]? {
      run.first(.accuracy, split)?.values.map { ($0 * 1000).rounded() }
    }
    #expect(thousandths(.training) == [501, 502, 503, 504])
    #expect(thousandths(.validation) == [401, 402, 403, 404])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `numbers of Julia have their exponent behind an f`() throws {
    let lines = (1...3).map { "(epoch = \($0), train_loss = 1.\($0)f0, test_loss = 21.\($0)f-1)\n" }
    let run = try read(lines.joined(), name: "out.txt")
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3])
    #expect(run.first(.loss, .validation)?.values == [2.11, 2.12, 2.13])
  }

  @Test func `a set of the data is known within Chinese words`() throws {
    let lines = (1...4).map {
      "训练次数：\($0)00, Loss: 1.\($0)\n整体测试集上的Loss: 2.\($0)\n整体测试集上的正确率: 0.\($0)\n"
    }
    let run = try read(lines.joined(), name: "out.txt")
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
    #expect(run.first(.accuracy, .validation)?.values == [0.1, 0.2, 0.3, 0.4])
  }

  @Test func `a lone v glued to the name beside it is validation`() throws {
    let run = try read("epoch,loss,vloss\n1,2,3\n2,1,2\n")
    #expect(run.series("vloss")?.split == .validation)
    #expect(try read("epoch,loss,v_loss\n1,2,3\n2,1,2\n").series("v_loss")?.split != .validation)
  }

  @Test func `numbers with decimal commas are read where no other number has a point`() throws {
    let run = try read(
      "Epoche 1: Verlust: 2,2512; Val-Verlust: 2,5\nEpoche 2: Verlust: 1,751; Val-Verlust: 0,912\n",
      name: "a.log")
    #expect(run.first(.loss, .training)?.values == [2.2512, 1.751])
    #expect(run.first(.loss, .validation)?.values == [2.5, 0.912])
  }

  @Test func `a thousand with its comma is no decimal`() throws {
    let run = try read(
      "Epoch 1, samples: 1,024, loss: 2\nEpoch 2, samples: 1,024, loss: 1\n", name: "a.log")
    #expect(run.first(.loss, .training)?.values == [2, 1])
  }

  @Test func `a counter behind the epoch says that the line is of a batch`() throws {
    let lines = (1...3).map { epoch in
      "train_inner | epoch \(epoch):    100 / 390 loss=\(9 - epoch)\ntrain | epoch \(epoch) | loss \(5 - epoch)\n"
        + "valid | epoch \(epoch) | loss \(6 - epoch)\n"
    }
    let run = try read(lines.joined(), name: "fairseq.log")
    #expect(run.first(.loss, .training)?.values == [4, 3, 2])
    #expect(run.first(.loss, .validation)?.values == [5, 4, 3])
  }

  @Test func `a message about a loss gives it no value`() throws {
    let run = try read(
      "Epoch 1 train_loss 2 val_loss 3\nValidation loss decreased (inf --> 3.0)\nEpoch 2 train_loss 1 val_loss 2\n"
        + "Validation loss decreased (3.0 --> 2.0)\n", name: "a.log")
    #expect(run.names == ["train_loss", "val_loss"])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }
}
