import LogFormats
import RunRecords
import TestSupport
import Testing

@Suite struct `A learning curve over training sizes` {
  @Test func `is the same as arrays and as a table of their means`() throws {
    let arrays = try FormatShelf.standard.read(path: Fixtures.path("runs/json/sklearn-learning-curve.json"))
    let table = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/sklearn-learning-curve.csv"))
    #expect(arrays.axis == .trainingSize && table.axis == .trainingSize)
    #expect(arrays.epochs == table.epochs)
    for split in [Split.training, .validation] {
      let means = try #require(arrays.first(.score, split))
      let other = try #require(table.first(.score, split))
      #expect(means.metric == other.metric)
      #expect(zip(means.values, other.values).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }

  @Test func `is read from an archive of NumPy`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/numpy/sklearn-learning-curve.npz"))
    #expect(run.axis == .trainingSize)
    #expect(run.epochs == [119, 273, 427, 581, 735, 889, 1043, 1198])
    let scores = try #require(run.first(.score, .validation)).values
    #expect(abs(scores[0] - 0.8230383973288816) < 1e-12 && abs(scores[7] - 0.9259877573734001) < 1e-12)
    #expect(run.first(.score, .training)?.values == Array(repeating: 1, count: 8))
  }

  @Test func `leaves out the folds that failed`() throws {
    let run = try read(
      #"{"train_sizes": [10, 20], "train_scores": [[1, NaN], [0.9, 0.7]], "test_scores": [[NaN, NaN], [0.5, 0.5]]}"#
    )
    #expect(run.first(.score, .training)?.values == [1, 0.8])
    #expect(run.first(.score, .validation)?.epochs == [20])
  }

  @Test func `keeps its scores apart from their deviations`() throws {
    let run = try read(
      "train_size,train_mean,train_std,test_mean,test_std\n10,1,0.1,0.5,0.2\n20,1,0.1,0.6,0.2\n")
    #expect(run.series.map(\.name) == ["train_mean", "test_mean"])
  }
}

@Suite struct `A validation curve over a hyperparameter` {
  @Test func `is read from a table of means`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/sklearn-validation-curve.csv"))
    #expect(run.axis == .hyperparameter && run.hyperparameter == "gamma")
    #expect(run.epochs.count == 7 && run.epochs.first == 1e-06 && run.epochs.last == 0.1)
    #expect(run.first(.score, .validation)?.values.max() == 0.9688369504730105)
    #expect(run.first(.score, .training)?.values.last == 1)
  }

  @Test func `is read from the results of a search, by the means over the folds`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/csv/sklearn-grid-search.csv"))
    #expect(run.axis == .hyperparameter && run.hyperparameter == "gamma")
    #expect(run.first(.score, .validation)?.name == "mean_test_score")
    #expect(run.first(.score, .training)?.name == "mean_train_score")
    #expect(!run.series.contains { $0.name.hasPrefix("split") })
  }

  @Test func `is read from arrays, with its name`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/json/sklearn-validation-curve.json"))
    #expect(run.axis == .hyperparameter && run.hyperparameter == "max_depth")
    #expect(run.epochs == (1...15).map(Double.init))
    #expect(run.first(.score, .training)?.values.last == 0.9997216423103688)
  }

  @Test(arguments: [
    "gamma,train_score,test_score\n0.01,0.7,0.6\n0.1,0.8,0.7\n1,0.9,0.6\n",
    "gamma,train_mean,train_std,test_mean,test_std\n0.01,0.7,0,0.6,0\n0.1,0.8,0,0.7,0\n1,0.9,0,0.6,0\n",
    "svc__gamma,train,val\n0.01,0.7,0.6\n0.1,0.8,0.7\n1,0.9,0.6\n",
    "strength,mean_train_score,mean_test_score\n0.01,0.7,0.6\n0.1,0.8,0.7\n1,0.9,0.6\n",
    "param_gamma,mean_train_r2,mean_test_r2,rank_test_r2\n0.1,0.8,0.7,1\n0.01,0.7,0.6,2\n1,0.9,0.6,2\n",
    ",param_gamma,params,mean_test_score,mean_train_score\n"
      + "0,0.01,{'gamma': 0.01},0.6,0.7\n1,0.1,{'gamma': 0.1},0.7,0.8\n2,1,{'gamma': 1},0.6,0.9\n",
    #"{"param_gamma": [0.01, 0.1, 1], "mean_train_score": [0.7, 0.8, 0.9], "mean_test_score": [0.6, 0.7, 0.6]}"#,
    #"{"param_gamma": {"0": 1, "1": 0.1, "2": 0.01}, "train_score": {"0": 0.9, "1": 0.8, "2": 0.7}, "#
      + #""test_score": {"0": 0.6, "1": 0.7, "2": 0.6}}"#,
    #"[{"param_gamma": 0.01, "train_score": 0.7, "test_score": 0.6}, {"param_gamma": 0.1, "train_score": 0.8, "#
      + #""test_score": 0.7}, {"param_gamma": 1, "train_score": 0.9, "test_score": 0.6}]"#,
  ]) func `is known by its columns, in any order of its rows`(text: String) throws {
    let run = try read(text)
    #expect(run.axis == .hyperparameter)
    #expect(run.epochs == [0.01, 0.1, 1])
    let validation = try #require(run.series.first { $0.split == .validation })
    let training = try #require(run.series.first { $0.split == .training })
    #expect(validation.values == [0.6, 0.7, 0.6] && training.values == [0.7, 0.8, 0.9])
    #expect(validation.metric.direction == .higherIsBetter)
  }

  @Test(arguments: [
    "epoch,param_norm,train_loss,val_loss\n1,2,3,4\n2,2,2,3\n",
    "epoch,param_gamma,train_score,val_score\n1,2,0.3,0.4\n2,2,0.2,0.3\n",
    "param_norm,train_loss,val_loss\n1,3,4\n2,2,3\n", "alpha,train_loss,val_loss\n1,3,4\n2,2,3\n",
    #"{"loss": 3, "param_lr": 0.1}"# + "\n" + #"{"loss": 2, "param_lr": 0.1}"# + "\n"
      + #"{"loss": 1, "param_lr": 0.1}"#,
    #"{"loss": [3, 2, 1], "val_loss": [4, 3, 2], "param_lr": 0.1, "param_batch": 32, "param_kernel": "rbf"}"#,
  ]) func `is not what counts epochs or holds one value`(text: String) throws {
    #expect(try read(text).axis == .epoch)
  }

  @Test(arguments: [
    (
      "param_C,param_gamma,train_score,test_score\n1,2,0.3,0.4\n",
      "several hyperparameters, param_C, param_gamma"
    ),
    (
      #"{"param_C": [1, 2], "param_gamma": [1, 2], "mean_test_score": [0.5, 0.6]}"#,
      "several hyperparameters, param_C, param_gamma"
    ),
    (
      #"[{"param_C": 1, "param_gamma": 1, "test_score": 0.5}, {"param_C": 2, "param_gamma": 1, "test_score": 0.6}]"#,
      "several hyperparameters, param_C, param_gamma"
    ),
    ("param_kernel,train_score,test_score\nrbf,0.3,0.4\n", "found \"rbf\", expected a number"),
    (
      #"{"param_kernel": ["rbf", "linear"], "mean_test_score": [0.5, 0.6]}"#,
      "param_kernel holds values that are no numbers"
    ),
    (
      #"[{"param_kernel": "rbf", "test_score": 0.5}, {"param_kernel": "linear", "test_score": 0.6}]"#,
      "param_kernel holds values that are no numbers"
    ),
  ]) func `takes one hyperparameter with an order`(text: String, problem: String) throws {
    let error = try readError(text)
    #expect("\(error)".contains(problem), "\(error)")
  }

  @Test func `leaves out rows without a value, and says so`() throws {
    let run = try read("param_max_depth,train_score,test_score\n,1,0.8\n1,0.3,0.3\n2,0.5,0.5\n4,0.8,0.7\n")
    #expect(run.epochs == [1, 2, 4])
    #expect(run.notes.contains { $0.text.contains("1 row without a number in param_max_depth") })
  }
}
