import LogFormats
import RunRecords
import Testing

struct PrintedLogTests {
  private func values(_ run: RunRecord, _ name: String) -> [Double] { run.series(name)?.values ?? [] }

  @Test func `the nearest word before a name says its split`() throws {
    let run = try read(
      """
      Epoch 1/2 | train | loss: 0.9 acc: 51.0% | val | loss: 1.1 acc: 48.5 %
      Epoch 2/2 | train | loss: 0.7 acc: 61.0% | val | loss: 1.0 acc: 55.5 %

      """, name: "run.log")
    #expect(values(run, "train loss") == [0.9, 0.7])
    #expect(values(run, "val loss") == [1.1, 1.0])
    #expect(values(run, "val acc") == [0.485, 0.555])
  }

  @Test func `a heading line gives its split to the lines below it`() throws {
    let run = try read(
      """
      === Epoch 1 ===
      Training:
        Loss: 0.91
      Validation:
        Loss: 0.95
      === Epoch 2 ===
      Training:
        Loss: 0.71
      Validation:
        Loss: 0.75

      """, name: "run.log")
    #expect(values(run, "Training Loss") == [0.91, 0.71])
    #expect(values(run, "Validation Loss") == [0.95, 0.75])
  }

  @Test func `dates, times, units and counts are no values`() throws {
    let run = try read(
      """
      2026-11-23 01:02:03,123 - INFO - epoch=0 [10/40] eta: 0:00:26 12ms/step train_loss=0.9
      2026-11-23 01:02:03,123 - INFO - epoch=0 val_loss=1.1 max_mem: 1962M
      2026-11-23 01:02:04,123 - INFO - epoch=1 [10/40] eta: 0:00:20 12ms/step train_loss=0.8
      2026-11-23 01:02:04,123 - INFO - epoch=1 val_loss=1.0 max_mem: 1962M

      """, name: "run.log")
    #expect(run.names == ["train_loss", "val_loss"])
    #expect(run.series("val_loss")?.epochs == [0, 1])
  }

  @Test func `of a bar that goes on over epochs the last state of each epoch counts`() throws {
    let run = try read(
      "\rEpoch 0:  50%|#  | 20/40 [00:01<00:01, 30it/s, v_num=0, train_loss_epoch=9.0]"
        + "\rEpoch 0: 100%|## | 40/40 [00:01<00:00, 30it/s, v_num=0, val_loss=0.88, train_loss_epoch=1.1]"
        + "\rEpoch 1:  50%|#  | 20/40 [00:01<00:01, 30it/s, v_num=0, val_loss=0.88, train_loss_epoch=1.1]"
        + "\rEpoch 1: 100%|## | 40/40 [00:01<00:00, 30it/s, v_num=0, val_loss=0.66, train_loss_epoch=0.8]\n",
      name: "run.log")
    #expect(values(run, "train_loss_epoch") == [1.1, 0.8])
    #expect(values(run, "val_loss") == [0.88, 0.66])
  }

  @Test func `a running mean in brackets stands for the epoch, and a summary behind it for both`() throws {
    let run = try read(
      """
      Epoch: [0][  10/5005]\tTime  0.5 ( 0.9)\tLoss 6.9e+00 (7.0e+00)\tAcc@1   0.00 (  0.20)
      Epoch: [0][  20/5005]\tTime  0.5 ( 0.9)\tLoss 6.8e+00 (6.9e+00)\tAcc@1   0.00 (  0.30)
      Test: [  0/196]\tTime  3.1 ( 3.1)\tLoss 4.9e+00 (4.9e+00)\tAcc@1   5.00 (  5.00)
       *   Acc@1 6.100 Acc@5 13.000
      Epoch: [1][  20/5005]\tTime  0.5 ( 0.9)\tLoss 5.8e+00 (5.6e+00)\tAcc@1   0.00 (  9.30)
      Test: [  0/196]\tTime  3.1 ( 3.1)\tLoss 3.9e+00 (3.9e+00)\tAcc@1   5.00 ( 15.00)
       *   Acc@1 16.100 Acc@5 33.000

      """, name: "run.log")
    #expect(values(run, "Loss") == [6.9, 5.6])
    #expect(values(run, "Test Loss") == [4.9, 3.9])
    #expect(values(run, "Test Acc@1") == [0.061, 0.161])
  }

  @Test func `losses of batches are averaged, and a note says so`() throws {
    let run = try read(
      """
      [1,  2000] loss: 2.0
      [1,  4000] loss: 1.0
      [2,  2000] loss: 0.75
      [2,  4000] loss: 0.25

      """, name: "run.log")
    #expect(values(run, "loss") == [1.5, 0.5])
    #expect(run.notes.contains { $0.text.contains("single batches") })
  }

  @Test func `lines without a counter are counted`() throws {
    let run = try read(
      """
      Training loss: 0.693  Validation loss: 0.680
      Validation loss decreased (inf --> 0.680000).  Saving model ...
      Training loss: 0.593  Validation loss: 0.640
      EarlyStopping counter: 1 out of 5

      """, name: "run.log")
    #expect(run.series("Validation loss")?.epochs == [1, 2])
    #expect(values(run, "Validation loss") == [0.68, 0.64])
  }

  @Test func `the message of a checkpoint is no value`() throws {
    let run = try read(
      """
      Epoch 1/2
      Epoch 1: val_loss improved from inf to 0.68923, saving model to best.h5
      10/10 [=====] - 1s 5ms/step - loss: 0.69 - val_loss: 0.6892
      Epoch 2/2
      Epoch 00002: val_loss did not improve from 0.68923
      10/10 [=====] - 1s 5ms/step - loss: 6.1e-04 - val_loss: 0.7

      """, name: "fit.log")
    #expect(values(run, "val_loss") == [0.6892, 0.7])
    #expect(values(run, "loss") == [0.69, 0.00061])
  }

  @Test func `a value within which the log ends is left out`() throws {
    let whole = "Epoch 1 train_loss: 0.9123 val_loss: 0.9534\nEpoch 2 train_loss: 0.8123 val_loss: 0.9034\n"
    let run = try read(whole + "Epoch 3 train_loss: 0.7123 val_loss: 0.8", name: "run.log")
    #expect(values(run, "val_loss") == [0.9534, 0.9034])
    #expect(values(run, "train_loss") == [0.9123, 0.8123, 0.7123])
    #expect(run.notes(.droppedRows).first?.line == 3)
    let complete = try read(String(whole.dropLast()), name: "run.log")
    #expect(values(complete, "val_loss") == [0.9534, 0.9034])
  }

  @Test(arguments: [
    (
      "(epoch 1) training loss is 0.9 and validation loss is 1.0",
      "(epoch 2) training loss is 0.8 and validation loss is 0.9"
    ),
    ("第1轮 训练损失: 0.9 验证损失: 1.0", "第2轮 训练损失: 0.8 验证损失: 0.9"),
    (
      "Epoche 1: Trainingsverlust = 0.9, Validierungsverlust = 1.0",
      "Epoche 2: Trainingsverlust = 0.8, Validierungsverlust = 0.9"
    ),
    ("epoch_1 TrainLoss=0.9|ValLoss=1.0", "epoch_2 TrainLoss=0.8|ValLoss=0.9"),
    ("[1/2] tr_loss 0.9 val_loss 1.0 (best 1.0)", "[2/2] tr_loss 0.8 val_loss 0.9 (best 0.9)"),
  ])
  func `epochs and names are understood however they are worded`(first: String, second: String) throws {
    let run = try read("\(first)\n\(second)\n", name: "run.log")
    #expect(run.series.first { $0.split == .training }?.values == [0.9, 0.8])
    #expect(run.series.first { $0.split == .validation }?.values == [1.0, 0.9])
    #expect(run.series.first?.epochs == [1, 2])
  }

  @Test func `one epoch again and again is counted on`() throws {
    let run = try read(
      """
      Epoch 1/1
      10/10 - 1s - loss: 0.9 - val_loss: 1.0
      Epoch 1/1
      10/10 - 1s - loss: 0.8 - val_loss: 0.9

      """, name: "fit.log")
    #expect(values(run, "loss") == [0.9, 0.8])
    #expect(run.series("val_loss")?.epochs == [1, 2])
    #expect(run.notes(.restartedCounter).count == 1)
  }

  @Test func `the first line of a run that has just begun is read`() throws {
    let run = try read("Epoch 1 loss: 0.5 val_loss: 0.4\n", name: "run.log")
    #expect(run.names == ["loss", "val_loss"])
  }

  @Test func `types that print themselves around numbers are read`() throws {
    let run = try read(
      """
      Epoch 1 | train_loss=tensor(0.9, device='cuda:0') | val_loss=np.float32(0.95)
      Epoch 2 | train_loss=tensor(-inf, device='cuda:0') | val_loss=nan

      """, name: "run.log")
    #expect(values(run, "train_loss") == [0.9, -.infinity])
    #expect(run.series("val_loss")?.values.last?.isNaN == true)
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}]0;", "\r\r\r", "\u{8}\u{8}", "Epoch: [[[[", "loss: ", "loss: 1/0\n",
    "1e999 loss 1e999", "loss: 0,5 .9", "loss: 0,5 -.9 +.", "!1,0.Unnamed: 91,0.95\n",
  ])
  func `odd control characters and cut-off lines neither crash nor hang`(text: String) {
    for text in [text, String(repeating: text, count: 5_000), "Epoch 1 loss: 0.5 val_loss: 0.4\n" + text] {
      _ = try? read(text, name: "run.log")
    }
  }
}
