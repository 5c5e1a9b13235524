import Diagnostics
import RunRecords
import TestSupport

/// A run with the usual columns, its epochs counted from `first` by `step`.
func makeRun(
  training: [Double] = [], validation: [Double] = [], trainingAccuracy: [Double] = [],
  validationAccuracy: [Double] = [], facts: RunFacts = RunFacts(), first: Double = 1, every: Double = 1
) -> RunRecord {
  func series(_ name: String, _ metric: Metric, _ split: Split, _ values: [Double], step: Double = 1)
    -> MetricSeries?
  {
    guard !values.isEmpty else { return nil }
    let epochs = values.indices.map { first + Double($0) * step }
    return MetricSeries(name: name, metric: metric, split: split, epochs: epochs, values: values)
  }
  return RunRecord(
    name: "run",
    series: [
      series("train_loss", .loss, .training, training),
      series("val_loss", .loss, .validation, validation, step: every),
      series("train_acc", .accuracy, .training, trainingAccuracy),
      series("val_acc", .accuracy, .validation, validationAccuracy, step: every),
    ].compactMap(\.self), facts: facts)
}

/// From one level towards another, closing the distance by a factor of two every `half` epochs.
func decay(from start: Double, to end: Double, over count: Int, half: Double) -> [Double] {
  (0..<count).map { index in
    var rest = start - end
    for _ in 0..<Int(Double(index) / half) { rest /= 2 }
    let part = (Double(index) / half).truncatingRemainder(dividingBy: 1)
    return end + rest * (1 - part / 2)
  }
}

/// A validation loss that falls to `low` at `turn` and rises in a line to `end`.
func valley(from start: Double, low: Double, turn: Int, to end: Double, over count: Int) -> [Double] {
  (1...count).map { epoch in
    if epoch <= turn {
      let left = Double(turn - epoch) / Double(turn - 1)
      return low + (start - low) * left * left
    }
    return low + (end - low) * Double(epoch - turn) / Double(count - turn)
  }
}

/// Values multiplied by up to `1 ± share`.
func noisy(_ values: [Double], by share: Double, seed: UInt64) -> [Double] {
  var generator = SeededGenerator(seed: seed)
  return values.map { $0 * (1 + Double.random(in: -share...share, using: &generator)) }
}

extension RunRecord {
  /// The record with every series changed; summaries are counted anew.
  func mapSeries(
    epoch: (Double) -> Double = { $0 }, value: (MetricSeries, Double) -> Double = { $1 }
  ) -> RunRecord {
    var copy = self
    copy.series = series.map { series in
      MetricSeries(
        name: series.name, metric: series.metric, split: series.split, epochs: series.epochs.map(epoch),
        values: series.values.map { value(series, $0) })
    }
    return copy
  }

  /// The record with the first values of every series alone.
  func truncated(to count: Int) -> RunRecord {
    var copy = self
    copy.series = series.map { series in
      MetricSeries(
        name: series.name, metric: series.metric, split: series.split,
        epochs: Array(series.epochs.prefix(count)), values: Array(series.values.prefix(count)))
    }
    return copy
  }
}
