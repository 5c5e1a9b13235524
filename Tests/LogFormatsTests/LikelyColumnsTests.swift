import LogFormats
import RunRecords
import Testing

/// What is judged where several columns are equally likely, and what is said about it.
struct LikelyColumnsTests {
  @Test(arguments: [
    ("epoch,train_mse,train_mae,val_mse,val_mae\n1,1,2,3,4\n", "train_mse", "train_mae"),
    ("epoch,train_mae,train_mse,val_mae,val_mse\n1,1,2,3,4\n", "train_mae", "train_mse"),
    ("epoch,train_a_loss,val_a_loss,train_b_loss\n1,1,2,3\n", "train_a_loss", nil),
  ])
  func `of two pairs as likely the first is judged and a note names the other`(
    text: String, judged: String, rival: String?
  ) throws {
    let run = try read(text)
    #expect(run.first(.loss, .training)?.name == judged)
    let notes = run.notes.filter { $0.text.hasPrefix("\(judged) is judged as the loss; as likely: ") }
    #expect(notes.count == (rival == nil ? 0 : 1))
    if let rival { #expect(notes.first?.text.contains(rival) == true) }
  }

  @Test(arguments: [
    ("epoch,train_loss,val_loss,dev_loss\n1,1,2,3\n", "val_loss", "dev_loss"),
    ("epoch,train_loss,dev_loss,val_loss\n1,1,2,3\n", "dev_loss", "val_loss"),
    ("epoch,loss,train_loss,val_loss\n1,1,2,3\n", "loss", "train_loss"),
    ("epoch,train_acc,val_acc,val_accuracy,val_loss\n1,1,1,1,3\n", "val_acc", "val_accuracy"),
  ])
  func `of two columns of one metric and split the first is judged and a note names the other`(
    text: String, judged: String, other: String
  ) throws {
    let run = try read(text)
    let note = try #require(run.notes.first { $0.text.hasPrefix("\(judged) is judged, as it comes first") })
    #expect(note.text.contains("by name: \(other)."))
  }

  @Test func `nothing is said where there is no choice`() throws {
    let text = "epoch,train_loss,val_loss,test_loss,train_acc,val_acc\n1,1,2,3,0.5,0.6\n"
    #expect(!(try read(text).notes.contains { $0.text.contains("is judged") }))
  }

  @Test func `losses of two players are no measure of fit`() throws {
    let text = "epoch,g_loss,d_loss\n1,2,1\n2,3,0.5\n"
    let error = try readError(text)
    #expect(error.kind == .noLoss)
    #expect(error.problem.contains("a generator and a discriminator"))
    #expect(try read(text, ReadingOptions(training: "g_loss")).first(.loss, .training)?.name == "g_loss")
    let mixed = try read("epoch,g_loss,recon_loss,val_recon_loss\n1,2,1,1\n2,3,0.5,1\n")
    #expect(mixed.first(.loss, .training)?.name == "recon_loss")
  }

  @Test(arguments: [
    ("similarity_evaluation_sts-dev_results.csv", Split.validation), ("validation.csv", .validation),
    ("train_val.csv", .training), ("run.csv", .training),
  ])
  func `where no column says its part of the data, the file's name may`(name: String, split: Split) throws {
    let run = try read("epoch,steps,loss\n0,-1,0.5\n1,-1,0.25\n", name: name)
    #expect(run.series("loss")?.split == split)
  }
}
