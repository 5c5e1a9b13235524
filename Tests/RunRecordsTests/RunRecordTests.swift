import RunRecords
import Testing

struct RunRecordTests {
  private func series(_ name: String, _ metric: Metric, _ split: Split, _ epochs: [Double]) -> MetricSeries {
    MetricSeries(
      name: name, metric: metric, split: split, epochs: epochs, values: epochs.map { 1 / ($0 + 1) })
  }

  @Test func `the first series of a kind and split is the one that is judged`() {
    let run = RunRecord(
      name: "run",
      series: [
        series("lr", .learningRate, .run, [1, 2]), series("loss", .loss, .training, [1, 2]),
        series("mse", .loss, .training, [1, 2]), series("val_loss", .loss, .validation, [2]),
      ])
    #expect(run.first(.loss, .training)?.name == "loss")
    #expect(run.first(.loss, .validation)?.name == "val_loss")
    #expect(run.first(.accuracy, .training) == nil)
  }

  @Test func `the epochs of a run are those of its splits, in order`() {
    let run = RunRecord(
      name: "run",
      series: [
        series("val_loss", .loss, .validation, [2, 4]), series("loss", .loss, .training, [1, 2, 3]),
        series("lr", .learningRate, .run, [9]),
      ])
    #expect(run.epochs == [1, 2, 3, 4])
  }

  @Test func `a series counts its summary from its points`() {
    let loss = MetricSeries(
      name: "loss", metric: .loss, split: .training, epochs: [1, 2, 3], values: [3, 1, 2])
    #expect(loss.summary.count == 3)
    #expect(loss.summary.best == 1)
    #expect(loss.summary.bestEpoch == 2)
  }
}
