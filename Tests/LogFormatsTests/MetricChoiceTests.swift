import LogFormats
import RunRecords
import Testing

/// Which columns are judged, in which unit, and what the user can say by hand.
struct MetricChoiceTests {
  @Test(arguments: [
    ("epoch,mae,loss,val_mae,val_loss\n1,1,2,1,2\n", ["loss", "val_loss", "mae", "val_mae"]),
    ("epoch,mse,val_mse\n1,1,2\n", ["mse", "val_mse"]),
    ("epoch,loss,mse,val_mse\n1,1,2,3\n", ["mse", "val_mse", "loss"]),
    (
      "epoch,val_acc,train_acc,val_loss,train_loss\n1,0.5,0.6,1,2\n",
      ["train_loss", "val_loss", "train_acc", "val_acc"]
    ),
    (
      "epoch,train_aux_loss,train_total_loss,val_aux_loss,val_total_loss\n1,1,2,3,4\n",
      ["train_total_loss", "val_total_loss", "train_aux_loss", "val_aux_loss"]
    ),
    ("epoch,lr,train_loss,test_loss,val_loss\n1,1,2,3,4\n", ["train_loss", "val_loss", "test_loss", "lr"]),
    (
      "epoch,train_f1,val_f1,train_loss,val_loss,train_acc,val_acc\n1,0,0,1,1,0,0\n",
      ["train_loss", "val_loss", "train_acc", "val_acc", "train_f1", "val_f1"]
    ),
  ])
  func `pairs come first, and among them the loss itself`(text: String, names: [String]) throws {
    #expect(try read(text).names == names)
  }

  @Test func `test data stands in for validation only where there is none`() throws {
    #expect(try read("epoch,train_loss,test_loss\n1,2,3\n").series("test_loss")?.split == .validation)
    #expect(try read("epoch,train_loss,val_loss,test_loss\n1,2,3,4\n").series("test_loss")?.split == .test)
  }

  @Test func `a loss is not paired with another metric`() throws {
    let run = try read("epoch,loss,val_mse\n1,2,3\n2,1,2\n")
    #expect(run.first(.loss, .training)?.name == "loss")
    #expect(run.first(.loss, .validation) == nil)
    #expect(run.notes.contains { $0.text.contains("--train COLUMN --val COLUMN") })
  }

  @Test func `a loss is compared with the only cross-entropy, where both begin alike`() throws {
    let run = try read("epoch,loss,val_cross_entropy\n1,2.3,2.1\n2,1.5,1.6\n3,1,1.9\n")
    #expect(run.first(.loss, .validation)?.name == "val_cross_entropy")
    #expect(run.notes.contains { $0.text.hasPrefix("val_cross_entropy is compared with loss") })
    let other = try read("epoch,loss,val_cross_entropy\n1,23,2.1\n2,15,1.6\n3,10,1.9\n")
    #expect(other.first(.loss, .validation) == nil)
    let several = try read("epoch,loss,val_box_loss,val_class_loss\n1,2.3,2.1,2.2\n2,1.5,1.6,1.7\n")
    #expect(several.first(.loss, .validation) == nil)
  }

  @Test func `component losses are added`() throws {
    let run = try read(
      "epoch,train/box_loss,train/cls_loss,val/box_loss,val/cls_loss\n1,1,2,3,4\n2,0.5,1,2,3\n")
    #expect(run.names.prefix(2) == ["train/box+cls", "val/box+cls"])
    #expect(run.first(.loss, .training)?.values == [3, 1.5])
    #expect(run.first(.loss, .validation)?.values == [7, 5])
    #expect(run.notes.contains { $0.kind == .interpretation })
  }

  @Test(arguments: [
    "epoch,train_acc,val_acc,loss\n1,80,0.9,1\n2,90,85,0.5\n",
    "epoch,train_acc (%),val_acc (%),loss\n1,80,0.9,1\n2,90,85,0.5\n",
    "epoch,train_acc,val_acc,loss\n1,80%,0.9%,1\n2,90%,85%,0.5\n",
  ])
  func `percentages of one metric are divided in both splits`(text: String) throws {
    let run = try read(text)
    #expect(run.first(.accuracy, .training)?.values == [0.8, 0.9])
    #expect(run.first(.accuracy, .validation)?.values == [0.9 / 100, 0.85])
    #expect(run.notes.contains { $0.kind == .interpretation && $0.text.contains("percent") })
  }

  @Test func `a score that is another one times a hundred is a percentage`() throws {
    let run = try read("epoch,val_score,val_cats_score\n1,0.41,41\n2,0.55,55\n3,0.74,74\n")
    #expect(run.series("val_cats_score")?.values == [0.41, 0.55, 0.74])
    let other = try read("epoch,val_score,val_cats_score\n1,0.41,41\n2,0.55,54\n3,0.74,74\n")
    #expect(other.series("val_cats_score")?.values == [41, 54, 74])
  }

  @Test func `tiny percentages are known by their sign`() throws {
    let run = try read("epoch,loss,accuracy (%)\n1,5,0.5\n2,4,0.8\n")
    #expect(run.first(.accuracy, .training)?.values == [0.005, 0.008])
  }

  @Test func `fractions and losses are left as they are`() throws {
    let run = try read("epoch,train_acc,train_loss\n1,0.5,80\n2,1.0,90\n")
    #expect(run.first(.accuracy, .training)?.values == [0.5, 1.0])
    #expect(run.first(.loss, .training)?.values == [80, 90])
  }

  @Test func `scores without a loss are read and noted`() throws {
    let run = try read("epoch,train_acc,val_acc\n1,0.5,0.4\n")
    #expect(run.names == ["train_acc", "val_acc"])
    #expect(run.notes.contains { $0.text.contains("no loss") })
  }

  @Test func `columns named by hand come first as a pair`() throws {
    let run = try read("a,b,c\n3,1,2\n2,0.5,1\n", ReadingOptions(training: "b", validation: "c"))
    #expect(run.first(.loss, .training)?.name == "b")
    #expect(run.first(.loss, .validation)?.name == "c")
    #expect(run.first(.loss, .training)?.metric == run.first(.loss, .validation)?.metric)
  }

  @Test func `one column named by hand finds its partner`() throws {
    let options = ReadingOptions(training: "train_mae")
    let run = try read("epoch,train_loss,val_loss,train_mae,val_mae\n1,1,2,3,4\n", options)
    #expect(run.names.prefix(2) == ["train_mae", "val_mae"])
  }

  @Test func `the metric named by hand comes first among the scores`() throws {
    let text = "epoch,train_loss,val_loss,train_acc,val_acc,train_f1,val_f1\n1,1,1,0.5,0.5,0.2,0.3\n"
    for name in ["f1", "F1", "val_f1"] {
      let run = try read(text, ReadingOptions(metric: name))
      #expect(run.names == ["train_loss", "val_loss", "train_f1", "val_f1", "train_acc", "val_acc"])
    }
  }

  @Test func `an error named by hand is judged beside the loss`() throws {
    let text = "epoch,loss,mae,val_loss,val_mae\n1,4,2,5,3\n2,1,1,2,2\n"
    let run = try read(text, ReadingOptions(metric: "mae"))
    #expect(run.first(.loss, .training)?.name == "loss")
    #expect(run.first(.score, .validation)?.name == "val_mae")
    #expect(run.first(.score, .validation)?.metric.direction == .lowerIsBetter)
    #expect(
      try read("epoch,mae,val_mae\n1,2,3\n", ReadingOptions(metric: "mae")).first(.loss, .training)?.name
        == "mae")
  }

  @Test(arguments: [
    ReadingOptions(training: "trian_loss"), ReadingOptions(validation: "Xval_loss"),
    ReadingOptions(metric: "tain_loss"),
  ])
  func `an unknown name is an error that lists the columns and suggests one`(options: ReadingOptions) throws {
    let error = try readError("epoch,train_loss,val_loss\n1,1,1\n", options)
    #expect(error.kind == .unknownColumn)
    #expect(error.columns == ["epoch", "train_loss", "val_loss"])
    #expect(error.advice?.contains("Did you mean") == true)
  }

  @Test(arguments: [ReadingOptions(training: "Ep"), ReadingOptions(metric: "ep")])
  func `a column that counts the epochs cannot be judged`(options: ReadingOptions) throws {
    let error = try readError("Ep,x,y\n1,1,1\n2,2,2\n", options)
    #expect(error.kind == .unknownColumn)
    #expect(error.problem.contains("\"Ep\" counts the epochs"))
  }

  @Test(arguments: ["Value", "value", "val/loss"])
  func `a column that the file name explains goes by both names`(column: String) throws {
    let text = "Wall time,Step,Value\n1795394873.1,1,2.5\n1795394874.1,2,1.5\n"
    let run = try read(text, name: "run-a_val-tag-loss.csv", ReadingOptions(training: column))
    #expect(run.first(.loss, .training)?.values == [2.5, 1.5])
  }

  @Test func `of columns with one name the first is judged and a note says so`() throws {
    let run = try read("epoch,loss,loss,val_loss\n1,3,9,4\n2,2,8,3\n")
    #expect(run.first(.loss, .training)?.values == [3, 2])
    #expect(run.notes.contains { $0.text.hasPrefix("loss: several columns") })
  }

  @Test func `facts are merged into the record`() throws {
    let run = try read("epoch,loss\n1,1\n", ReadingOptions(facts: RunFacts(classCount: 10)))
    #expect(run.facts.classCount == 10)
  }

  @Test func `series of a long table can be named by hand`() throws {
    let text = "step,metric,split,value\n0,loss,train,2\n0,loss,val,3\n0,aux,train,5\n0,aux,val,6\n"
    let run = try read(text, ReadingOptions(training: "train_aux", validation: "val_aux"))
    #expect(run.first(.loss, .training)?.values == [5])
    #expect(run.first(.loss, .validation)?.values == [6])
    #expect(
      try readError(text, ReadingOptions(training: "train_los")).advice == "Did you mean --train train_loss?")
  }

  @Test func `a column that only names a split is suggested`() throws {
    let error = try readError("epoch,train\n1,2\n")
    #expect(error.kind == .noLoss)
    #expect(error.advice == "Name them: --train train --val COLUMN")
  }

  @Test func `of two numbered sets the one with the lower loss is the training set`() throws {
    let run = try read("validation_0-logloss,validation_1-logloss\n0.7,0.71\n0.3,0.5\n")
    #expect(run.first(.loss, .training)?.name == "validation_0-logloss")
    #expect(run.first(.loss, .validation)?.name == "validation_1-logloss")
    let swapped = try read("validation_0-logloss,validation_1-logloss\n0.71,0.7\n0.5,0.3\n")
    #expect(swapped.first(.loss, .training)?.name == "validation_1-logloss")
  }
}
