import LogFormats
import RunRecords
import Testing

/// Lines that tools print in wordings of their own, with values of our own.
struct ToolWordingsTests {
  @Test func `a metric with the number of its step before its value is no loss of that number`() throws {
    let run = try read(
      (0..<6).map { "Train loss \(100 * $0) \(6 - $0).25 Grad Norm 0.5 3.1s/it\n" }.joined()
        + "Validation loss 500: 1.75  \n", name: "train.log")
    #expect(run.axis == .step)
    #expect(run.first(.loss, .training)?.values == [6.25, 5.25, 4.25, 3.25, 2.25, 1.25])
    #expect(run.first(.loss, .validation)?.values == [1.75])
    #expect(run.first(.loss, .validation)?.epochs == [500])
  }

  @Test func `the summary of a COCO evaluation is read by what its lines say`() throws {
    let run = try read(
      (1...4).map {
        """
        epoch: \($0)/9, total_loss: 1.\(9 - $0)
         Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.1\($0)
         Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.2\($0)
         Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = -1.000
         Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.3\($0)

        """
      }.joined(), name: "train.log")
    #expect(run.names == ["total_loss", "val AP", "val AP50"])
    #expect(run.series.first { $0.name == "val AP" }?.values == [0.11, 0.12, 0.13, 0.14])
    #expect(run.series.first { $0.name == "val AP" }?.split == .validation)
    #expect(run.series.first { $0.name == "val AP50" }?.values == [0.21, 0.22, 0.23, 0.24])
  }

  @Test(arguments: [
    "→ Saved best model (Dice: 0.9)", "New best model saved with loss 0.1...",
    "I Saved new best validating model with loss 0.1 to: /out",
  ])
  func `a line that tells of the best model holds no values of its own`(line: String) throws {
    let run = try read(
      (1...4).map { "Epoch \($0)/4\nTrain Loss: 1.\($0)\nVal Loss: 2.\($0)\n\(line)\n" }.joined(),
      name: "train.log")
    #expect(run.names == ["Train Loss", "Val Loss"])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `the metric of PaddleOCR's evaluation is one of the validation data`() throws {
    let run = try read(
      (1...4).map {
        "ppocr INFO: epoch: [\($0)/9], global_step: \($0)0, acc: 0.5\($0), loss: 1.\($0), avg_batch_cost: 1.62 s\n"
          + "ppocr INFO: cur metric, acc: 0.4\($0)\nppocr INFO: best metric, acc: 0.49, best_epoch: 1\n"
      }.joined(), name: "train.log")
    #expect(run.first(.accuracy, .training)?.values == [0.51, 0.52, 0.53, 0.54])
    #expect(run.first(.accuracy, .validation)?.values == [0.41, 0.42, 0.43, 0.44])
    #expect(run.series.count { $0.metric.kind == .loss } == 1)
  }

  @Test func `marks in brackets end the section of a heading`() throws {
    let run = try read(
      (1...4).map {
        "[12:00:00] Ep. 1 : Up. \($0)00 : Cost 5.\($0)\n[12:00:01] [valid] Ep. 1 : Up. \($0)00 : cross-entropy : 6.\($0)\n"
          + "[12:00:02] Translating validation set...\n[12:00:03] [valid] Ep. 1 : Up. \($0)00 : bleu : 1\($0).5\n"
      }.joined(), name: "marian.log")
    #expect(run.axis == .step)
    #expect(run.epochs == [100, 200, 300, 400])
    #expect(run.series.first { $0.name == "Cost" }?.values == [5.1, 5.2, 5.3, 5.4])
    #expect(run.series.first { $0.name == "valid cross-entropy" }?.values == [6.1, 6.2, 6.3, 6.4])
    #expect(run.series.first { $0.name == "valid bleu" }?.values == [11.5, 12.5, 13.5, 14.5])
  }

  @Test func `a duration lends its part of the data to nothing`() throws {
    let run = try read(
      (1...4).map { "Epoch 0\($0) loss 1.\($0) | train 2.1s | Acc 5\($0).5%\n" }.joined(), name: "train.log")
    #expect(run.series.last?.name == "Acc")
  }

  @Test func `a score with a value for each class is their mean`() throws {
    let run = try read(
      (1...4).map {
        "Epoch \($0)\ntrain_loss -0.5\($0)\nval_loss -0.4\($0)\nPseudo dice [np.float32(0.8), nan, np.float32(0.6)]\n"
      }.joined(), name: "training_log.txt")
    #expect(run.first(.score, .validation)?.values == [0.7, 0.7, 0.7, 0.7])
    #expect(run.notes.contains { $0.text.hasPrefix("Pseudo dice: printed as lists") })
  }

  @Test func `a mean over classes in brackets belongs to the name before it`() throws {
    let run = try read(
      (1...4).map { "EPOCH \($0) done: loss 1.\($0)\nDEV : loss 2.\($0) - f1-score (micro avg)  0.5\($0)\n" }
        .joined(), name: "training.log")
    #expect(run.first(.score, .validation)?.values == [0.51, 0.52, 0.53, 0.54])
    #expect(run.first(.score, .validation)?.metric.name == "micro F1")
  }

  @Test func `the unit of a rate is no part of the name behind it`() throws {
    let run = try read(
      (1...4).map {
        "Epoch[\($0)] Batch [50]  Speed: 1293.60 samples/sec 6.25 updates/sec perplexity=35\($0).5\n"
      }
      .joined(), name: "train.log")
    #expect(run.names.contains("perplexity"))
  }

  @Test func `a counter of two numbers tells the part of the data, too`() throws {
    let run = try read(
      (1...4).map { "Epoch \($0)\nTRAIN Batch 78/100 loss 1.\($0)\nCV Batch 78/20 loss 2.\($0)\n" }.joined(),
      name: "train.log")
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }
}
