import RunRecords

/// A curve with its final positions, while split, unit and order are still being settled.
struct DraftSeries: Sendable {
  let heading: Heading
  let column: Int?
  var split: Split?
  var metric: Metric
  var epochs: [Double]
  var values: [Double]
  /// Only where ``values`` were condensed.
  var summary: SeriesSummary?
  let largest: Double
  let hasPercentSign: Bool
  var key: String
  /// Whether each value is the mean of several rows.
  let isAveraged: Bool

  init(curve: Curve, epochs: [Double], values: [Double], summary: SeriesSummary?) {
    heading = curve.heading
    column = curve.column
    split = curve.heading.split
    metric = curve.heading.metric
    key = curve.heading.key
    largest = curve.largest
    hasPercentSign = curve.hasPercentSign
    isAveraged = curve.averagesRows
    self.epochs = epochs
    self.values = values
    self.summary = summary
  }

  var name: String { heading.name }

  /// The finished series; a quantity of the run has no split.
  var series: MetricSeries {
    MetricSeries(
      name: name, metric: metric, split: split ?? .run, epochs: epochs, values: values, summary: summary)
  }
}
