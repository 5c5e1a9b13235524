import LogFormats
import RunRecords
import TestSupport
import Testing

/// Tables of plain numbers are recognised without asking the readers of consoles, and whatever may be more than such
/// a table is asked about as ever.
struct PlainTableTests {
  private func format(_ text: String, name: String = "log.txt") throws -> String? {
    let folder = try ScratchFolder()
    return try FormatShelf.standard.runs(at: folder.write(text.utf8, to: name)).first?.format
  }

  @Test(arguments: [
    "epoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n",
    ",train/loss,val/loss\r\n0,5e-1,-inf\r\n1,nan,+.25E+1\r\n",
    "train loss,val loss (mean)\nNaN,\n0.4,0.5",
  ])
  func `a table of plain numbers is CSV`(text: String) throws {
    #expect(try format(text) == "csv")
  }

  @Test(arguments: [
    ("epoch,loss\n1,0.5\n[0]\ttrain-logloss:0.6\teval-logloss:0.7\n", "boosting-console"),
    ("epoch,loss\n1: 57.6, 57.6 avg loss, 0.005 rate, 0.5 seconds, 16 images\n", "darknet"),
    (
      "model,cnn\nepoch 1, train_loss: 0.5, val_loss: 0.6\nepoch 2, train_loss: 0.4, val_loss: 0.5\n",
      "console"
    ),
    ("epoch 1, loss 0.5\nepoch 2, loss 0.4\nepoch 3, loss 0.3\n", "console"),
    (
      "seed,3\nE    #       LOSS TEXTCAT  CATS_SCORE  SCORE\n  0       0          0.25       40.78    0.41\n",
      "spacy-console"
    ),
  ])
  func `a log that begins like a table and goes on otherwise is of its own format`(
    text: String, expected: String
  ) throws {
    #expect(try format(text) == expected)
  }

  @Test func `a table longer than what is looked at first is read to its end`() throws {
    let rows = (1...9_000).map { "\($0),\(1 / Double($0)),0.5\n" }.joined()
    let run = try read("epoch,train_loss,val_loss\n" + rows)
    #expect(run.format == "csv")
    #expect(run.epochs.last == 9_000)
  }
}
