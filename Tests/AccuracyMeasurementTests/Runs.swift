import RunRecords

@testable import AccuracyMeasurement

/// A run with both losses and a validation accuracy, whose validation loss turns upward after two fifths.
func makeRun(_ id: String = "run", epochs count: Int = 60) -> BenchmarkRun {
  let epochs = (1...count).map(Double.init)
  let turn = Double(count) * 0.4
  let training = epochs.map { 2 / (1 + $0) + 0.01 }
  let validation = epochs.map { 1 + abs($0 - turn) / Double(count) }
  let accuracy = epochs.map { 0.9 - 0.3 / $0 }
  return BenchmarkRun(
    id: id,
    record: RunRecord(
      name: id,
      series: [
        MetricSeries(name: "loss", metric: .loss, split: .training, epochs: epochs, values: training),
        MetricSeries(name: "val_loss", metric: .loss, split: .validation, epochs: epochs, values: validation),
        MetricSeries(
          name: "val_acc", metric: .accuracy, split: .validation, epochs: epochs, values: accuracy),
      ],
      facts: RunFacts(classCount: 2, trainingSize: 100)))
}
