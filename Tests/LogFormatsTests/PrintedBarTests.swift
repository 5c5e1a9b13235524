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

  @Test func `a text behind a bar is a line of its own`() throws {
    var text = ""
    for epoch in 1...3 {
      text +=
        "\r 50%|##  | \(epoch)/6 [00:02<00:11,  8.92it/s]{'loss': '\(4 - epoch).5', 'epoch': '\(epoch)'}\n"
      text +=
        "\r 50%|##  | \(epoch)/6 [00:02<00:11,  8.92it/s]{'eval_loss': '\(5 - epoch).5', 'epoch': '\(epoch)'}\n"
    }
    let run = try read(text, name: "trainer.log")
    #expect(run.first(.loss, .training)?.values == [3.5, 2.5, 1.5])
    #expect(run.first(.loss, .validation)?.values == [4.5, 3.5, 2.5])
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3])
  }

  @Test func `a loss that a bar still shows from the epoch before is passed over`() throws {
    var text = ""
    for epoch in 0..<3 {
      let before = epoch == 0 ? "" : ", val_loss=\(5 - epoch), train_loss=\(4 - epoch)"
      text += "\rEpoch \(epoch):  50%|##  | 5/10 [00:01<00:01, 9.1it/s\(before)]\n"
      text += "\rValidation DataLoader 0:  50%|##  | 4/8 [00:00<00:00, 36.84it/s]\n"
      text +=
        "\rEpoch \(epoch): 100%|####| 10/10 [00:01<00:00, 9.1it/s, val_loss=\(4 - epoch), train_loss=\(3 - epoch)]\n"
    }
    let run = try read(text, name: "lightning.log")
    #expect(run.first(.loss, .training)?.values == [3, 2, 1])
    #expect(run.first(.loss, .validation)?.values == [4, 3, 2])
  }

  @Test func `the second bar of an epoch is that of the validation data`() throws {
    var text = ""
    for epoch in 1...3 {
      text += "Epoch \(epoch)\n"
      text +=
        "\r 50%|##  | 5/10 [00:01<00:01, 9.1it/s, loss=9]\r100%|####| 10/10 [00:01<00:00, 9.1it/s, loss=\(4 - epoch)]\n"
      text +=
        "\r 25%|#   | 1/4 [00:00<00:01, 9.1it/s, loss=9]\r100%|####| 4/4 [00:01<00:00, 9.1it/s, loss=\(5 - epoch)]\n"
    }
    let run = try read(text, name: "loop.log")
    #expect(run.first(.loss, .training)?.values == [3, 2, 1])
    #expect(run.first(.loss, .validation)?.values == [4, 3, 2])
    #expect(run.notes.contains { $0.text.contains("two progress bars") })
  }

  @Test func `a count that is written over the middle of its bar is found`() throws {
    // As pytorch-cifar draws it: the values behind the bar, then back to its middle.
    func bar(_ count: Int, of total: Int, loss: Double) -> String {
      let bar = " [" + String(repeating: "=", count: 30) + ">" + String(repeating: ".", count: 34) + "]"
      let values = "  Step: 12ms | Tot: 3s | Loss: \(loss) | Acc: 71.200% (3560/5000)"
      let back = String(repeating: "\u{8}", count: bar.count + values.count - 30)
      return bar + values + back + " \(count)/\(total) " + (count < total ? "\r" : "\n")
    }
    var text = ""
    for epoch in 0..<3 {
      let loss = Double(3 - epoch)
      text += "\nEpoch: \(epoch)\n" + bar(1, of: 391, loss: 9) + bar(391, of: 391, loss: loss)
      text += bar(1, of: 100, loss: 9) + bar(100, of: 100, loss: loss + 0.5) + "Saving..\n"
    }
    let run = try read(text, name: "cifar.log")
    #expect(run.first(.loss, .training)?.values == [3, 2, 1])
    #expect(run.first(.loss, .validation)?.values == [3.5, 2.5, 1.5])
    #expect(run.first(.loss, .training)?.epochs == [0, 1, 2])
  }

  @Test(arguments: [(391, 100), (50, 50)])
  func `two bars of an epoch are told apart behind the answers of a batch`(_ training: Int, _ validation: Int)
    throws
  {
    func bar(_ count: Int, of total: Int, loss: Double) -> String {
      " [=====>.....]  Step: 40ms | Loss: \(loss) | Acc: 20.00% (20/100)  \(count)/\(total) \n"
    }
    var text = ""
    for epoch in 0..<4 {
      let loss = Double(4 - epoch)
      text += "\nEpoch: \(epoch)\n" + bar(1, of: training, loss: 9) + bar(training, of: training, loss: loss)
      text += bar(1, of: validation, loss: 9) + bar(validation, of: validation, loss: loss + 0.5)
    }
    let run = try read(text, name: "cifar.log")
    #expect(run.first(.loss, .training)?.values == [4, 3, 2, 1])
    #expect(run.first(.loss, .validation)?.values == [4.5, 3.5, 2.5, 1.5])
  }
}
