import LogFormats
import RunRecords
import Testing

/// Tables with a column of steps beside that of epochs.
struct StepCurvesTests {
  @Test(arguments: ["", "x"])
  func `several validations of an epoch stand between the epochs`(text: String) throws {
    // A column of text makes the rows such that they are read cell by cell.
    let run = try read(
      """
      epoch,step,train_loss,val_loss,time
      0,1,,2.3,\(text)
      0,3,,2.2,\(text)
      0,3,2.4,,\(text)
      1,5,,1.9,\(text)
      1,7,,2.0,\(text)
      1,7,1.8,,\(text)
      2,9,,2.1,\(text)

      """, name: "metrics.csv")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .training)?.epochs == [0, 1])
    let validation = try #require(run.first(.loss, .validation))
    #expect(validation.epochs == [-0.5, 0, 0.5, 1, 1.5])
    #expect(validation.values == [2.3, 2.2, 1.9, 2.0, 2.1])
    #expect(run.notes.contains { $0.text.hasPrefix("val_loss: several values in one epoch, placed between") })
  }

  @Test func `a loss that is no number any more stays so`() throws {
    let run = try read(
      """
      epoch,step,train_loss,val_loss,val_acc
      0,1,,2.3,0.1
      0,3,,2.2,0.2
      0,3,2.4,,
      1,5,,nan,0.1
      1,7,,nan,0.1
      1,7,nan,,

      """, name: "metrics.csv")
    #expect(run.first(.loss, .validation)?.values.last?.isNaN == true)
    #expect(run.first(.loss, .training)?.values.last?.isNaN == true)
  }

  @Test(arguments: [
    // Steps are counted within each epoch.
    "epoch,step,val_loss\n0,1,2.3\n0,3,2.2\n1,1,1.9\n1,3,2.0\n2,1,1.8\n2,3,1.7\n",
    // The run was started again.
    "epoch,step,val_loss\n0,1,2.3\n0,3,2.2\n1,5,1.9\n1,7,2.0\n0,1,2.2\n0,3,2.2\n1,5,1.9\n1,7,2.0\n2,9,1.8\n2,11,1.7\n",
  ])
  func `without steps that rise the last validation stands for the epoch`(text: String) throws {
    let run = try read(text, name: "metrics.csv")
    #expect(run.first(.loss, .validation)?.epochs == [0, 1, 2])
    #expect(run.first(.loss, .validation)?.values == [2.2, 2.0, 1.7])
  }

  @Test func `epochs are found behind the prefix of a logger`() throws {
    let run = try read(
      "net-epoch,net-train_loss,net-val_loss,step\n0,,2.3,9\n0,2.4,,9\n1,,1.9,19\n1,1.8,,19\n",
      name: "metrics.csv")
    #expect(run.axis == .epoch)
    #expect(run.first(.loss, .training)?.epochs == [0, 1])
  }
}
