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
