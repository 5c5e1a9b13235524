import LogFormats
import RunRecords
import Testing

/// Sentences and marks of training loops that are copied from tutorial to tutorial.
struct LoopSentencesTests {
  /// Prints an epoch in each of three ways of going on.
  private func log(_ line: (_ epoch: Int) -> String) throws -> RunRecord {
    try read((1...4).map { line($0) + "\n" }.joined(), name: "train.log")
  }

  @Test func `a count within a sentence does not end the name of what was measured`() throws {
    let run = try log {
      "[\($0), 12000] loss: \(2.0 / Double($0))\nAccuracy of the network on the 10000 test images: 4\($0) %"
    }
    #expect(run.first(.accuracy, .validation)?.values == [0.41, 0.42, 0.43, 0.44])
    let model = try log { "Epoch \($0) loss 1.\($0)\nTest Accuracy of the model on the 500 images: 0.4\($0)" }
    #expect(model.first(.accuracy, .validation)?.values == [0.41, 0.42, 0.43, 0.44])
  }

  @Test func `a metric over the epoch counts no epochs`() throws {
    let run = try log {
      "Start of epoch \($0 - 1)\nTraining acc over epoch: 0.5\($0)\nValidation acc: 0.4\($0)"
    }
    #expect(run.epochs == [0, 1, 2, 3])
    #expect(run.first(.accuracy, .training)?.values == [0.51, 0.52, 0.53, 0.54])
  }

  @Test func `a mean that the loop prints at the end of an epoch comes before one of its batches`() throws {
    let run = try log {
      "epoch \($0)/4\n1/2, train_loss: 3.0\n2/2, train_loss: 1.0\nepoch \($0) average loss: 1.\($0)\n"
        + "current epoch: \($0) current mean dice: 0.\($0)"
    }
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.score, .validation)?.metric.name == "Dice")
    #expect(!run.notes.contains { $0.text.contains("averaged") })
  }

  @Test func `ranks belong to names, and percentages before a bar to theirs`() throws {
    let run = try log { "Epoch \($0) | train loss 1.\($0) | top-1 7\($0).5%" }
    #expect(run.first(.accuracy, .training)?.values == [0.715, 0.725, 0.735, 0.745])
    let other = try log { "Época \($0) | acurácia treino: 5\($0).00% | perda validação: 0.\($0)" }
    #expect(other.first(.accuracy, .training)?.values == [0.51, 0.52, 0.53, 0.54])
  }

  @Test func `a lone validation value beside a loss is one if it can be no score`() throws {
    let run = try log { "[epoch \($0)] loss: \(2.0 / Double($0)) -> val: 1.\($0)" }
    #expect(run.first(.loss, .validation)?.values == [1.1, 1.2, 1.3, 1.4])
    let score = try log { "[epoch \($0)] loss: \(2.0 / Double($0)) -> val: 0.\($0 + 5)" }
    #expect(score.first(.loss, .validation) == nil)
  }

  @Test func `parts of the data are known beside symbols, and in Russian`() throws {
    let run = try log { "Ep. \($0): L_tr=1.\($0) L_va=2.\($0)" }
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
    let russian = try log { "Эпоха \($0): потери на обучении = 1.\($0), потери на валидации = 2.\($0)" }
    #expect(russian.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(russian.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `the loss of an agent is not judged beside its rewards`() throws {
    let run = try log { "episode: \($0) | reward: \(20 + $0).5 | epsilon: 0.9 | loss: 0.\($0)" }
    #expect(run.first(.loss, .training) == nil)
    #expect(run.notes.contains { $0.text.contains("not judged beside reward") })
    let judge = try log { "epoch \($0) reward 0.\($0) loss 1.\($0) val_loss 1.\($0)" }
    #expect(judge.first(.loss, .training)?.count == 4)
  }

  @Test func `a metric without a split is that of training where the one of validation follows`() throws {
    let run = try log {
      "Epoche \($0): Loss = 1,\($0); Val-Loss = 2,\($0); Acc = 5\($0),5%; Val-Acc = 4\($0),5%"
    }
    #expect(run.first(.accuracy, .training)?.values == [0.515, 0.525, 0.535, 0.545])
    #expect(run.first(.accuracy, .validation)?.values == [0.415, 0.425, 0.435, 0.445])
  }

  @Test func `a slash between blanks keeps parts of a line apart, and glued to a word it is a unit`() throws {
    let run = try log {
      "Epoch \($0): train MSE=1.\($0) R2=0.3\($0) / test MSE=2.\($0) R2=0.2\($0), 30.5/sec loss"
    }
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `batches are counted behind the epoch in one pair of brackets`() throws {
    let run = try log {
      "[\($0 - 1): 0/20] train loss: 3.5\n[\($0 - 1): 10/20] train loss: 2.5\n[\($0 - 1): 10/20] test loss: 2.\($0)"
    }
    #expect(run.epochs == [0, 1, 2, 3])
    #expect(run.first(.loss, .training)?.values == [3, 3, 3, 3])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `the bar of PaddlePaddle is one`() throws {
    let run = try log {
      "Epoch \($0)/4\nstep  10/938 [....] - loss: 9.5 - ETA: 17s\nstep 938/938 [====] - loss: 1.\($0) - 9ms/step\n"
        + "Eval begin...\nstep 157/157 [====] - loss: 2.\($0) - 6ms/step"
    }
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `a row that sums up those above it is left out`() throws {
    let run = try read("epoch,train_loss,val_loss\n1,3,4\n2,2,3\nbest,,3\n")
    #expect(run.epochs == [1, 2])
    #expect(run.notes.contains { $0.text == "Line 4: left out, as a summary of the rows." })
  }

  @Test func `the runs of several folds are told of once`() throws {
    let lines = (0..<12).map { "epoch \($0 % 4 + 1) train loss \(4 - $0 % 4).5 val loss \(4 - $0 % 4).25\n" }
    let run = try read(lines.joined(), name: "folds.log")
    #expect(
      run.notes(.repeatedEpochs).map(\.text) == [
        "The log starts again 2 times with values like those of a new run: the 8 values of train loss before the "
          + "last start are left out."
      ])
  }

  @Test func `the row of a whole epoch stands for the rows of its batches`() throws {
    let rows = (1...3).map {
      "   \($0)  |   20   |  9.000000  |     -     \n   \($0)  |    -   |  1.\($0)00000  | 2.\($0)00000 \n"
    }
    let run = try read(" Epoch |  Batch | Train Loss |  Val Loss \n" + rows.joined(), name: "bert.txt")
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3])
  }

  @Test func `of the training part of a cross-validation the training is told`() throws {
    let text = (1...3).map {
      "[\($0)]\tcv_agg's train binary_logloss: 0.\(4 - $0) + 0.01\tcv_agg's valid binary_logloss: 0.\(6 - $0) + 0.02\n"
    }
    let run = try read(text.joined(), name: "lightgbm.log")
    #expect(run.first(.loss, .training)?.values == [0.3, 0.2, 0.1])
    #expect(run.first(.loss, .validation)?.values == [0.5, 0.4, 0.3])
  }

  @Test func `what a record is says its part of the data only where nothing else does`() throws {
    let records = (0..<4).flatMap { step in
      ["train", "validation"].map { part in
        #"{"type": "training_stats_scalar", "iter": \#(step), "metric": "loss", "variant": "\#(part)", "value": "#
          + (part == "train" ? "1" : "2") + ".\(step)}"
      }
    }
    let run = try read("[" + records.joined(separator: ", ") + "]", name: "metrics.jsonl")
    #expect(run.first(.loss, .training)?.values == [1, 1.1, 1.2, 1.3])
    #expect(run.first(.loss, .validation)?.values == [2, 2.1, 2.2, 2.3])
  }

  @Test(arguments: [
    "Epoch E: Train Acc: 0.6, Val Acc: 0.5, Loss: 1.E", "Epoch E, train_acc=0.6, val_acc=0.5, loss=1.E",
    "Epoch: E/4 Train Acc.: 60.5% | Valid Acc.: 50.5% | Loss: 1.E",
  ])
  func `a loss behind the scores of both parts of the data is not lent the last of them`(line: String) throws
  {
    let run = try log {
      line.replacing("1.E", with: "1.\($0)").replacing("E", with: "\($0)", maxReplacements: 2)
    }
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation) == nil)
    #expect(run.first(.accuracy, .training)?.count == 4)
    #expect(run.first(.accuracy, .validation)?.count == 4)
  }

  @Test func `a score of percent has its own part of the data in brackets`() throws {
    let run = try log {
      "Epoche \($0): Verlust 1.\($0), Validierungsverlust 2.\($0), Genauigkeit 5\($0).5 %, Genauigkeit (Validierung) 4\($0).5 %"
    }
    #expect(run.first(.accuracy, .training)?.values == [0.515, 0.525, 0.535, 0.545])
    #expect(run.first(.accuracy, .validation)?.values == [0.415, 0.425, 0.435, 0.445])
  }

  @Test func `a counter in brackets says that values are of batches`() throws {
    let run = try log {
      "Epoch \($0)/4: loss (batch)=2.5\nEpoch \($0)/4: loss (batch)=1.5\nValidation Dice: 0.\($0)"
    }
    #expect(run.first(.loss, .training)?.values == [2, 2, 2, 2])
  }

  @Test(arguments: ["n/a", "-", "None"])
  func `a validation loss that is not there yet has its place`(nothing: String) throws {
    let run = try log { epoch in
      "Epoch \(epoch) | iter \(epoch) | loss train: 2.\(epoch), val: \(epoch < 3 ? nothing : "1.\(epoch)") |"
    }
    #expect(run.first(.loss, .training)?.values == [2.1, 2.2, 2.3, 2.4])
    #expect(run.first(.loss, .validation)?.values == [1.3, 1.4])
  }

  @Test func `a bar that counts epochs says more than lines that name a few`() throws {
    let run = try read(
      "\rTraining epochs: 0%|  | 0/4 [00:00<?, ?epoch/s]"
        + (1...4).map { epoch in
          "\rTraining epochs: \(25 * epoch)%|#  | \(epoch)/4 [00:01<00:09, 1.5epoch/s, loss=1.\(epoch)]"
            + (epoch == 2 ? "\n=> Saved checkpoint after having finished epoch 2.\n" : "")
        }.joined(), name: "train.log")
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
  }

  @Test func `a rate of epochs is none`() throws {
    let run = try read(
      (1...4).map { "\r \($0)0%|#  | \($0)/4 [00:01<00:09, 1.5epoch/s, loss=1.\($0), val_loss=2.\($0)]" }
        .joined(),
      name: "train.log")
    #expect(run.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }

  @Test func `short names and short epochs are read beside each other`() throws {
    let run = try log { "09:15:0\($0) e00\($0) trl=1.\($0) vll=2.\($0)" }
    #expect(run.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .training)?.values == [1.1, 1.2, 1.3, 1.4])
    #expect(run.first(.loss, .validation)?.values == [2.1, 2.2, 2.3, 2.4])
  }
}
