/// One metric of one split over the epochs (or steps) of a run.
///
/// An epoch at which nothing was logged is absent; a value that was logged as NaN or infinite is
/// kept as what it is.
public struct MetricSeries: Sendable {
  /// The column, tag or key as the log wrote it.
  public let name: String
  public let metric: Metric
  public let split: Split
  /// Where each value was logged: epoch or step numbers as the log counts them, strictly rising.
  public let epochs: [Double]
  /// The values, one for each of ``epochs``.
  public let values: [Double]
  /// First, last and best value over everything logged, also where ``values`` were condensed.
  public let summary: SeriesSummary

  /// Creates a series from its points.
  ///
  /// The summary is that of the points before they were condensed; it is counted from the points when
  /// it is left out.
  /// - Precondition: `epochs` and `values` have the same length.
  public init(
    name: String, metric: Metric, split: Split, epochs: [Double], values: [Double],
    summary: SeriesSummary? = nil
  ) {
    precondition(
      epochs.count == values.count,
      "series \(name) has \(epochs.count) epochs but \(values.count) values")
    self.name = name
    self.metric = metric
    self.split = split
    self.epochs = epochs
    self.values = values
    if let summary {
      self.summary = summary
    } else {
      var counted = SeriesSummary(direction: metric.direction)
      for (epoch, value) in zip(epochs, values) { counted.include(value, at: epoch) }
      self.summary = counted
    }
  }

  public var count: Int { values.count }
  public var isEmpty: Bool { values.isEmpty }
}
