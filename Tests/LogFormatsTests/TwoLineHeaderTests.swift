import LogFormats
import RunRecords
import Testing

/// Tables in which a line of the parts of the data stands above a line of metrics, or the other way round.
struct TwoLineHeaderTests {
  @Test(arguments: [
    ",train,train,val,val\n,loss,acc,loss,acc\nepoch,,,,\n1,2.5,0.2,2.6,0.1\n2,1.5,0.4,1.6,0.3\n",
    "loss,loss,accuracy,accuracy\ntrain,val,train,val\n2.5,2.6,0.2,0.1\n1.5,1.6,0.4,0.3\n",
    "Epoch,Train,,Validation,\n,Loss,Accuracy,Loss,Accuracy\n1,2.5,0.2,2.6,0.1\n2,1.5,0.4,1.6,0.3\n",
    "epoch,train,,valid,\n,loss,acc,loss,acc\n1,2.5,0.2,2.6,0.1\n2,1.5,0.4,1.6,0.3\n",
  ])
  func `in a file both lines are the header`(text: String) throws {
    let run = try read(text)
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5])
    #expect(run.first(.loss, .validation)?.values == [2.6, 1.6])
    #expect(run.first(.accuracy, .validation)?.values == [0.1, 0.3])
    #expect(run.epochs == [1, 2])
  }

  @Test func `a name that comes twice is no upper line where numbers follow`() throws {
    let run = try read("epoch,loss,val_loss,loss\n1,2,3,2\n2,1,2,1\n")
    #expect(run.first(.loss, .training)?.values == [2, 1])
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `on a console both lines are the header too`() throws {
    let run = try read(
      "Epoch      Train                 Valid\n           loss      acc        loss      acc\n"
        + "    1     2.5000   0.2000     2.6000   0.1000\n    2     1.5000   0.4000     1.6000   0.3000\n",
      name: "train.log")
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5])
    #expect(run.first(.loss, .validation)?.values == [2.6, 1.6])
    #expect(run.first(.accuracy, .training)?.values == [0.2, 0.4])
    #expect(run.epochs == [1, 2])
  }
}
