import LogFormats
import RunRecords
import Testing

struct PrintedBarTests {
  @Test func `each state of a bar over the epochs is an epoch`() throws {
    // tqdm draws values that are set before it counts on, and the last ones once more.
    var text = ""
    let losses = [2.5, 1.5, 1.0]
    for epoch in 0..<3 {
      text +=
        "\r \(33 * epoch)%|##   | \(epoch)/3 [00:00<00:01,  2.1it/s, train_loss=\(losses[epoch]), val_loss=3]"
      text +=
        "\r \(33 * epoch + 33)%|##   | \(epoch + 1)/3 [00:00<00:01,  2.1it/s, train_loss=\(losses[epoch]), val_loss=3]"
    }
    let run = try read(text + "\n", name: "tqdm.log")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5, 1])
    #expect(run.first(.loss, .validation)?.count == 3)
  }

  @Test func `a bar for each epoch tells its last state`() throws {
    var text = ""
    for epoch in 1...3 {
      for batch in 1...4 {
        text += "\r \(25 * batch)%|##   | \(batch)/4 [00:00<00:01, loss=\(9 - 2 * epoch - batch)]"
      }
      text += "\nval_loss: \(4 - epoch)\n"
    }
    let run = try read(text, name: "tqdm.log")
    #expect(run.first(.loss, .training)?.values == [3, 1, -1])
    #expect(run.first(.loss, .validation)?.values == [3, 2, 1])
  }

  @Test func `fastText's bar counts percents`() throws {
    let text = [(0.5, 2.5), (33.3, 1.5), (66.6, 1.2), (100.0, 1.0)].map { percent, loss in
      "\rProgress: \(percent)% words/sec/thread:   61000 lr:  0.05 avg.loss:  \(loss) ETA:   0h 0m 0s"
    }
    let run = try read(text.joined() + "\n", name: "fasttext.log")
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5, 1.2, 1])
  }
}
