import LogFormats
import RunRecords
import Testing

/// Rows that are repeated, cut off, misshapen or spread.
struct RowRepairTests {
  private let header = "epoch,train_loss,val_loss\n"

  @Test(arguments: [
    "3,0.2", "3,0.25,", "3,0.25,0.", "3,0.25,0.8", "3", "3,0.25,0.80e", "3,0.2,\"0.8", "3,0.2,\"0.812",
    "3,0.25,0.812xyz",
  ])
  func `a last line that is cut off is left out and noted`(line: String) throws {
    let run = try read(header + "1,0.91,0.951\n2,0.52,0.752\n" + line)
    #expect(run.first(.loss, .training)?.values == [0.91, 0.52])
    #expect(run.notes(.droppedRows).map(\.line) == [4])
  }

  @Test func `a complete last line without a line end is kept`() throws {
    let run = try read(header + "1,0.91,0.951\n2,0.52,0.752\n3,0.31,0.663")
    #expect(run.first(.loss, .validation)?.values == [0.951, 0.752, 0.663])
    #expect(run.notes.isEmpty)
  }

  @Test func `rows with another number of cells are left out by line`() throws {
    let run = try read(header + "1,0.9,0.95\n2,0.5\n3,0.4\n4,0.3,0.7\n5,1,2,3\n6,0.2,0.6\n")
    #expect(run.first(.loss, .training)?.epochs == [1, 4, 6])
    let note = try #require(run.notes(.droppedRows).first)
    #expect(note.line == 3)
    #expect(note.text.contains("Lines 3-4, 6"))
  }

  @Test func `a table whose rows all differ from the header is refused`() throws {
    let error = try readError(header + "1,2\n3,4\n")
    #expect(error.kind == .malformed)
    #expect(error.line == 2)
  }

  @Test func `a header in the middle is skipped`() throws {
    let run = try read(header + "1,0.9,0.95\n" + header + "2,0.5,0.75\n")
    #expect(run.first(.loss, .training)?.values == [0.9, 0.5])
    #expect(run.notes.contains { $0.line == 3 })
  }

  @Test func `a second header with other columns is refused`() throws {
    let error = try readError(header + "1,0.9,0.95\nepoch,train_loss,lr\n2,0.5,0.1\n")
    #expect(error.kind == .malformed)
    #expect(error.line == 3)
  }

  @Test func `after a resume the last written value of an epoch is kept`() throws {
    let run = try read(header + "1,0.9,1.0\n2,0.7,0.9\n3,0.6,0.8\n2,0.75,0.95\n3,0.65,0.85\n4,0.5,0.7\n")
    #expect(run.first(.loss, .training)?.values == [0.9, 0.75, 0.65, 0.5])
    let note = try #require(run.notes(.repeatedEpochs).first)
    #expect(note.text.contains("2 epochs"))
  }

  @Test(arguments: [0, 1])
  func `a counter that starts again while the loss goes on is carried on`(base: Int) throws {
    let losses = [2.0, 1.5, 1.2, 1.15, 1.0, 0.9]
    let rows = losses.indices.map { "\($0 % 3 + base),\(losses[$0]),\(losses[$0] + 0.1)\n" }.joined()
    let run = try read(header + rows)
    #expect(run.first(.loss, .training)?.values == losses)
    #expect(run.first(.loss, .training)?.epochs == (0..<6).map { Double($0 + base) })
    #expect(run.notes(.restartedCounter).count == 1)
  }

  @Test func `a second run in one file takes the place of the first`() throws {
    let run = try read(header + "1,2.0,2.1\n2,1.0,1.2\n3,0.5,0.9\n1,1.9,2.0\n2,1.1,1.3\n")
    #expect(run.first(.loss, .training)?.values == [1.9, 1.1])
    #expect(run.notes(.repeatedEpochs).count == 1)
  }

  @Test func `training and validation rows of an epoch are merged`() throws {
    let run = try read("epoch,step,train_loss,val_loss\n0,9,,1.5\n0,9,2.0,\n1,19,,1.0\n1,19,1.2,\n")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .training)?.values == [2.0, 1.2])
    #expect(run.first(.loss, .validation)?.values == [1.5, 1.0])
    #expect(run.notes.isEmpty)
  }

  @Test func `losses of single batches are averaged over the epoch`() throws {
    let run = try read(
      "epoch,step,train_loss,val_loss\n0,1,3,\n0,2,1,\n0,2,,1.5\n1,3,1,\n1,4,0.5,\n1,4,,1.0\n")
    #expect(run.first(.loss, .training)?.values == [2, 0.75])
    #expect(run.notes.contains { $0.kind == .interpretation && $0.text.contains("train_loss") })
  }

  @Test func `where no step says when it was, the last validation of an epoch stands for it`() throws {
    let run = try read(
      "epoch,train_loss,val_loss\n0,,3\n0,,2\n0,2.5,\n1,,1.5\n1,,1\n1,1.2,\n")
    #expect(run.first(.loss, .validation)?.values == [2, 1])
  }

  @Test func `step columns give way to epoch columns`() throws {
    let text =
      "epoch,step,train_loss_epoch,train_loss_step,val_loss\n0,1,,3,\n0,1,,,2\n0,1,2.5,,\n1,2,,1,\n1,2,,,1\n1,2,1.5,,\n"
    #expect(try read(text).names == ["train_loss_epoch", "val_loss"])
  }

  @Test func `step columns alone are averaged`() throws {
    let run = try read(
      "epoch,step,train_loss_step,val_loss\n0,1,3,\n0,2,1,\n0,2,,2\n1,3,1,\n1,4,0,\n1,4,,1\n")
    #expect(run.first(.loss, .training)?.values == [2, 0.5])
  }

  @Test func `a row without an epoch belongs to the epoch that begins with it`() throws {
    let run = try read("epoch,lr,step,train_loss,val_loss\n,0.1,0,,\n0,,4,2,3\n,0.01,5,,\n1,,9,1,2\n")
    #expect(run.first(.learningRate, .run)?.epochs == [0, 1])
    #expect(run.first(.learningRate, .run)?.values == [0.1, 0.01])
  }

  @Test func `a run of one epoch is placed by its steps`() throws {
    let run = try read("epoch,step,train_loss,val_loss\n0,10,3,\n0,20,2,2.5\n0,30,1.5,\n0,40,1,2\n")
    #expect(run.axis == .step)
    #expect(run.first(.loss, .training)?.epochs == [10, 20, 30, 40])
    #expect(run.first(.loss, .training)?.values == [3, 2, 1.5, 1])
  }
}
