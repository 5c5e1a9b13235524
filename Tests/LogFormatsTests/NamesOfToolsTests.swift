import LogFormats
import RunRecords
import Testing

/// What the names that tools give to their values say of the part of the data, the unit and what was measured.
struct NamesOfToolsTests {
  @Test func `ranks are measured on held-out data, whatever the names say`() throws {
    let run = try read(
      (1...4).map {
        "Epoch: \($0) Loss: 3.\($0)\nEpoch: \($0) recall@5: 0.1\($0) ndcg@5: 0.2\($0) hit@5: 0.3\($0)\n"
      }
      .joined(), name: "train.log")
    #expect(run.series.filter { $0.split == .validation }.map(\.name) == ["recall@5", "ndcg@5", "hit@5"])
  }

  @Test func `fractions beside percentages of another accuracy stay fractions`() throws {
    let run = try read(
      (1...4).map {
        "Epoch \($0): acc_seg: 8\($0).5, loss: 1.\($0), val mAcc: 0.6\($0), val mIoU: 0.5\($0)\n"
      }.joined(), name: "train.log")
    #expect(run.series.first { $0.name == "acc_seg" }?.values == [0.815, 0.825, 0.835, 0.845])
    #expect(run.series.first { $0.name == "val mAcc" }?.values == [0.61, 0.62, 0.63, 0.64])
  }

  @Test func `the cross-validation loss of speech toolkits is one of validation`() throws {
    let run = try read(
      (1...4).map { "Epoch \($0) TRAIN info train_loss 1.\($0)\nEpoch \($0) CV info cv_loss 2.\($0)\n" }
        .joined(),
      name: "train.log")
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `a record that is named after a part of the data is of it`() throws {
    let records = (1...4).flatMap { epoch in
      ["train", "validation"].map { part in
        #"{"name": "\#(part)", "epoch": \#(epoch), "iteration": 21, "average loss": \#(part == "train" ? 1 : 2).\#(epoch)}"#
          + "\n"
      }
    }
    let run = try read(records.joined(), name: "metrics.jsonl")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `the first of several guesses is the accuracy`() throws {
    let run = try read(
      (1...4).map { "Epoch \($0)\ntrain Loss: 1.\($0) Top-1 Acc: 5\($0).5 Top-5 Acc: 8\($0).5\n" }.joined(),
      name: "train.log")
    #expect(run.first(.accuracy, .training)?.values == [0.515, 0.525, 0.535, 0.545])
  }

  @Test func `the loss of a discriminator measures no fit under its short name either`() {
    #expect(throws: LogError.self) {
      try read(
        "["
          + (1...4).map { #"{"epoch": \#($0), "loss_gen": 1.\#($0), "loss_dis": 0.\#($0)}"# }.joined(
            separator: ",")
          + "]", name: "log.json")
    }
  }

  @Test func `the distance of what was made to what is real is none of training`() throws {
    let run = try read(
      (1...4).map { #"{"itr": \#($0)000, "FID": \#(9 - $0)0.5}"# + "\n" }.joined(), name: "log.jsonl")
    #expect(run.axis == .iteration)
    #expect(run.series.first?.split == .validation)
  }
}
