import LogFormats
import RunRecords
import TestSupport
import Testing

/// Tables and lines of JSON in which the epochs are counted anew for each model.
struct TableRestartsTests {
  /// Rows of epochs, training and validation loss below each other for each model, behind what else each says.
  private func restarted(_ models: [(setting: String, losses: [Double])]) -> String {
    models.map { setting, losses in
      losses.enumerated().map { "\(setting)\($0.offset),\($0.element),\($0.element + 0.5)\n" }.joined()
    }.joined()
  }

  @Test(arguments: [
    ("", ["", "", ""], ["run 1", "run 2", "run 3"]),
    ("lr,", ["0.1,", "0.05,", "0.2,"], ["lr 0.1", "lr 0.05", "lr 0.2"]),
    ("model,n_params,", ["linear,33,", "\"MLP, deep\",900,", "CNN,70,"], ["linear", "MLP, deep", "CNN"]),
    ("lr,width,", ["0.1,4,", "0.1,8,", "0.1,16,"], ["width 4", "width 8", "width 16"]),
    ("lr,", ["0.1,", "0.1,", "0.2,"], ["run 1", "run 2", "run 3"]),
    // The values of one setting alone would take two runs for one.
    ("model,seed,", ["MLP,1,", "MLP,2,", "CNN,1,"], ["MLP, seed 1", "MLP, seed 2", "CNN, seed 1"]),
  ]) func `models that were logged in turn are runs`(columns: String, settings: [String], names: [String])
    throws
  {
    let losses = [[2.0, 1.5, 1.2], [2.1, 0.9, 0.4], [1.9, 1.8, 1.75]]
    let table = restarted(zip(settings, losses).map { ($0, $1) })
    let found = try readRuns(columns + "epoch,train_loss,val_loss\n" + table, name: "sweep.csv")
    #expect(found.map(\.name) == names)
    #expect(found.map { $0.first(.loss, .training)?.values } == losses)
    #expect(found.map { $0.first(.loss, .validation)?.epochs } == Array(repeating: [0, 1, 2], count: 3))
    #expect(found.allSatisfy { $0.notes.isEmpty })
  }

  @Test func `a setting that changes within a run does not name it`() throws {
    let rates = ["0.1,", "0.01,"]
    let rows = [2.0, 1.5, 2.1, 0.9].enumerated().map { "\(rates[$0 % 2])\($0 % 2),\($1)\n" }
    #expect(try readRuns("lr,epoch,loss\n" + rows.joined()).map(\.name) == ["run 1", "run 2"])
  }

  @Test func `a run of several parts that go on keeps them all`() throws {
    let losses = [[2.0, 1.5, 1.0], [0.95, 0.7, 0.6], [2.1, 1.1, 0.9], [0.85, 0.5, 0.3]]
    let found = try readRuns(
      "epoch,train_loss,val_loss\n" + restarted(losses.map { ("", $0) }), name: "stages.csv")
    #expect(
      found.map { $0.first(.loss, .training)?.values } == [losses[0] + losses[1], losses[2] + losses[3]])
    #expect(found.map { $0.notes(.restartedCounter).count } == [1, 1])
  }

  @Test func `models that learn nothing are told apart by a column alone, as noise makes no run`() throws {
    let losses = (0..<60).map { 0.7 + 0.01 * Double(($0 * 37) % 11) }
    let rows = losses.enumerated().map { "\($0 % 20),\($1),\($1 + 0.1)\n" }
    #expect(try readRuns("step,train_loss,val_loss\n" + rows.joined()).count == 1)
    let named = rows.enumerated().map { ["linear,", "MLP,", "CNN,"][$0.offset / 20] + $0.element }
    let found = try readRuns("model,step,train_loss,val_loss\n" + named.joined())
    #expect(found.map(\.name) == ["linear", "MLP", "CNN"])
    #expect(found.map { $0.first(.loss, .training)?.count } == [20, 20, 20])
  }

  @Test func `what stands between the rows of one run is none of the next`() throws {
    let found = try readRuns(
      "epoch,train_loss,val_loss\n0,2,2.5\n1,1,nan\n# second\nepoch,train_loss,val_loss\n0,2.5,3\n1,oops\n1,0.5,1\n"
    )
    #expect(found.map { $0.first(.loss, .training)?.values } == [[2, 1], [2.5, 0.5]])
    #expect(found[0].notes.isEmpty)
  }

  @Test(arguments: [
    // The same values again, and a table that is written anew with each epoch.
    "0,2,2.5\n1,1.5,2\n0,2,2.5\n1,1.5,2\n", "0,2,2.5\n0,2,2.5\n1,1.5,2\n0,2,2.5\n1,1.5,2\n2,1,1.5\n",
    // Training first, and then validation.
    "0,2,\n1,1.5,\n2,1.2,\n0,,2.5\n1,,2\n2,,1.9\n",
    // More short rounds than anyone trains models.
    (0..<8).map { "0,2.\($0),2\n1,1.\($0),1\n" }.joined(),
  ]) func `a table that is one run stays one`(rows: String) throws {
    #expect(try readRuns("epoch,train_loss,val_loss\n" + rows).count == 1)
  }

  @Test func `lines of JSON are cut as well, and named by what they say beside the values`() throws {
    func log(_ settings: [String]) -> String {
      zip(settings, [[2.0, 1.5, 1.2], [2.1, 0.9, 0.4]]).map { setting, losses in
        losses.enumerated().map {
          #"{\#(setting)"epoch": \#($0.offset), "train_loss": \#($0.element), "val_loss": 1.\#($0.offset)}"#
            + "\n"
        }.joined()
      }.joined()
    }
    for (settings, names) in [
      (["", ""], ["run 1", "run 2"]), ([#""seed": 1, "#, #""seed": 1, "#], ["run 1", "run 2"]),
      ([#""lr": 0.1, "#, #""lr": 0.05, "#], ["lr 0.1", "lr 0.05"]),
      ([#""model": "linear", "seed": 1, "#, #""model": "MLP", "seed": 2, "#], ["linear", "MLP"]),
      ([#""seed": 1, "#, #""seed": 2, "#], ["seed 1", "seed 2"]),
    ] {
      let found = try readRuns(log(settings), name: "metrics.jsonl")
      #expect(found.map(\.name) == names)
      #expect(found.map { $0.first(.loss, .training)?.values } == [[2.0, 1.5, 1.2], [2.1, 0.9, 0.4]])
    }
  }
}
