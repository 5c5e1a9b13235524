import LogFormats
import RunRecords
import TestSupport
import Testing

/// Tables with several runs: charts that trackers let people download, and columns that say the run of a row.
struct TableRunsTests {
  private func quoted(_ rows: [[String]]) -> String {
    rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  @Test func `a chart of Weights & Biases has a run for each name before the metric`() throws {
    let names = ["brave-sun-7 - train/loss", "val - old - train/loss"]
    let header = ["Step"] + names.flatMap { [$0, $0 + "__MIN", $0 + "__MAX"] }
    let found = try readRuns(
      quoted([
        header, ["0", "2.5", "2.5", "2.5", "2.4", "2.4", "2.4"], ["10", "1.5", "1.4", "1.6", "", "", ""],
        ["20", "1.25", "1.2", "1.3", "1.75", "1.7", "1.8"],
      ]))
    #expect(found.map(\.name) == ["brave-sun-7", "val - old"])
    #expect(found.map(\.axis) == [.step, .step])
    #expect(found.map(\.names) == [["train/loss"], ["train/loss"]])
    #expect(found[0].first(.loss, .training)?.values == [2.5, 1.5, 1.25])
    #expect(found[1].first(.loss, .training)?.epochs == [0, 20])
  }

  @Test func `a chart of one run is that run`() throws {
    let name = "Group: lr 0.1 - eval/loss"
    let text = quoted([
      ["Step", name, name + "__MIN", name + "__MAX"], ["0", "2", "2", "2"], ["1", "1", "1", "1"],
    ])
    let found = try readRuns(text)
    #expect(found.count == 1)
    #expect(found[0].first(.loss, .validation)?.values == [2, 1])
  }

  @Test func `the history of a run of Weights & Biases is over its steps`() throws {
    let run = try read(
      ",_step,_runtime,_timestamp,val/loss,train/loss\n0,0,3,1.5,,2.5\n1,1,4,1.6,2.0,1.5\n2,2,5,1.7,1.5,\n")
    #expect(run.names == ["train/loss", "val/loss"])
    #expect(run.axis == .step)
    #expect(run.first(.loss, .validation)?.epochs == [1, 2])
  }

  @Test func `a chart of MLflow has a run for each identifier`() throws {
    var text = "Run,Run ID,metric,step,timestamp,value\n"
    for (name, identifier) in [
      ("resnet", "0a1b2c3d4e5f"), ("resnet", "f00dbeefcafe"), ("vit", "123456789abc"),
    ] {
      for metric in ["train_loss", "val_loss"] {
        for step in 0..<3 {
          text += "\(name),\(identifier),\(metric),\(step),17000000000\(step),\(2 - 0.5 * Double(step))\n"
        }
      }
    }
    let found = try readRuns(text)
    #expect(found.map(\.name) == ["resnet (0a1b2c3d)", "resnet (f00dbeef)", "vit"])
    for run in found {
      #expect(run.names == ["train_loss", "val_loss"])
      #expect(run.first(.loss, .validation)?.values == [2, 1.5, 1])
    }
  }

  @Test(arguments: ["fold", "Seed", "run"])
  func `rows of several runs may be mixed`(column: String) throws {
    let text = "\(column),epoch,loss,val_loss\n1,1,3,4\n2,1,5,6\n1,2,2,3\n2,2,4,5\n"
    let found = try readRuns(text)
    #expect(found.map(\.name) == ["\(column) 1", "\(column) 2"])
    #expect(found.map { $0.first(.loss, .training)?.values } == [[3, 2], [5, 4]])
    #expect(found.allSatisfy { $0.names == ["loss", "val_loss"] })
  }

  @Test(arguments: [
    "run,epoch,loss\na,1,3\na,2,2\n", "fold,loss\n1,3\n2,2\n3,1\n", "seed,epoch,loss\n42,1,3\n42,2,2\n",
  ])
  func `one run, or one row for each, is one run`(text: String) throws {
    #expect(try readRuns(text).count == 1)
    #expect(try read(text).first(.loss, .training)?.values.starts(with: [3, 2]) == true)
  }

  @Test func `several runs that cannot be named are refused`() throws {
    for text in ["run,epoch,loss\na,1,3\na,2,2\nb,1,3\n", "run,epoch,loss\na,1,3\nb,1,2\na,2,3\n"] {
      let error = try readError(text)
      #expect(error.kind == .severalRuns)
      #expect(error.line == 4)
    }
    let names = ["a - loss", "b - loss"].flatMap { [$0, $0 + "__MIN", $0 + "__MAX"] }
    #expect(
      try readError(quoted([["Step"] + names, ["0", "1", "1", "1", "2", "2", "2"]])).kind == .severalRuns)
  }

  @Test func `values of one series of Neptune go by the name of their file`() throws {
    let text = "step,value,timestamp\n0,2.5,2024-01-01 10:00:00\n1,1.5,2024-01-01 10:01:00\n"
    #expect(try read(text, name: "val_loss.csv").first(.loss, .validation)?.values == [2.5, 1.5])
  }
}

struct PartsOfRunsTests {
  @Test(arguments: ["", "exp1/"])
  func `runs that are parts of one are one run`(path: String) throws {
    let rows = [("train", "2\n"), ("train", "1\n"), ("validation", "3\n"), ("validation", "2\n")].enumerated()
      .map {
        "\(path)\($1.0),epoch_loss,\($0 % 2),\($1.1)"
      }
    let runs = try readRuns("run,tag,step,value\n" + rows.joined(), name: "scalars.csv")
    #expect(runs.count == 1)
    #expect(runs.first?.first(.loss, .training)?.values == [2, 1])
    #expect(runs.first?.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `a list of histories has a run for each, and one alone is a run`() throws {
    let fold = #"{"loss": [2, 1], "val_loss": [3, 2]}"#
    let folds = try readRuns("[\(fold), \(fold)]", name: "folds.json")
    #expect(folds.map(\.name) == ["run 1", "run 2"])
    let one = try readRuns("[\(fold)]", name: "fold.json")
    #expect(one.count == 1)
    #expect(one.first?.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `histories of several runs are told by their names`() throws {
    let text = #"{"adam": {"loss": [2, 1], "val_loss": [3, 2]}, "sgd": {"loss": [4, 3], "val_loss": [5, 4]}}"#
    let runs = try readRuns(text, name: "history.json")
    #expect(runs.map(\.name) == ["adam", "sgd"])
    #expect(runs.last?.first(.loss, .validation)?.values == [5, 4])
  }

  @Test func `columns of seeds are those of runs, and no parts of one loss`() throws {
    let runs = try readRuns(
      "epoch,train_loss_seed0,val_loss_seed0,train_loss_seed1,val_loss_seed1\n1,2,3,4,5\n2,1,2,3,4\n",
      name: "seeds.csv")
    #expect(runs.map { $0.first(.loss, .training)?.values } == [[2, 1], [4, 3]])
    #expect(runs.map { $0.first(.loss, .validation)?.values } == [[3, 2], [5, 4]])
  }
}
