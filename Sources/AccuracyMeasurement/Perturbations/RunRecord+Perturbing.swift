import RunRecords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RunRecord {
  /// The run with every loss of some splits multiplied by a factor from a lognormal distribution.
  ///
  /// - Parameter deviation: The standard deviation of the factor's logarithm.
  package func addingNoise(
    _ deviation: Double, on splits: Set<Split>, from random: inout SplitMix64
  ) -> RunRecord {
    mapSeries { series in
      guard series.metric.kind == .loss, splits.contains(series.split) else { return series }
      return series.replacing(
        epochs: series.epochs, values: series.values.map { $0 * exp(deviation * random.normal()) })
    }
  }

  /// The run as logged at a number of evenly spaced epochs, the first and the last among them; a run that has no
  /// more is left as it is.
  ///
  /// Epochs keep the numbers that they were logged with.
  /// - Precondition: `count` is at least 2.
  package func thinned(to count: Int) -> RunRecord {
    precondition(count >= 2, "a run is thinned to 2 epochs or more, not to \(count)")
    let epochs = epochs
    guard epochs.count > count else { return self }
    let step = Double(epochs.count - 1) / Double(count - 1)
    return keeping(Set((0..<count).map { epochs[Int((Double($0) * step).rounded())] }))
  }

  /// The run as logged at every so many epochs, the last among them.
  ///
  /// - Precondition: `stride` is at least 1.
  package func keeping(every stride: Int) -> RunRecord {
    precondition(stride >= 1, "epochs are kept every 1 or more, not every \(stride)")
    let epochs = epochs
    return keeping(Set(epochs.indices.filter { (epochs.count - 1 - $0) % stride == 0 }.map { epochs[$0] }))
  }

  /// The first epochs of the run.
  package func prefix(_ count: Int) -> RunRecord {
    keeping(Set(epochs.prefix(count)))
  }

  /// The run without some of its series.
  package func removing(_ isRemoved: (MetricSeries) -> Bool) -> RunRecord {
    var run = self
    run.series.removeAll(where: isRemoved)
    return run
  }

  private func keeping(_ epochs: Set<Double>) -> RunRecord {
    mapSeries { series in
      let kept = series.epochs.indices.filter { epochs.contains(series.epochs[$0]) }
      return series.replacing(
        epochs: kept.map { series.epochs[$0] }, values: kept.map { series.values[$0] })
    }
  }

  private func mapSeries(_ change: (MetricSeries) -> MetricSeries) -> RunRecord {
    var run = self
    run.series = series.map(change)
    return run
  }
}

extension MetricSeries {
  /// The series with other points, its summary counted anew.
  fileprivate func replacing(epochs: [Double], values: [Double]) -> MetricSeries {
    MetricSeries(name: name, metric: metric, split: split, epochs: epochs, values: values)
  }
}
