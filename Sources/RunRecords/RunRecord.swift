/// What one training run wrote down: series of values over its epochs or steps, and facts about it.
public struct RunRecord: Sendable {
  /// The run's name, for people; mostly the name of the file it came from.
  public var name: String
  /// The file, folder or address that the run was read from.
  public var source: String?
  /// The identifier of the log format that the run was read from.
  public var format: String?
  public var axis: RunAxis
  /// The name of what the axis holds the values of, where that is a hyperparameter.
  public var hyperparameter: String?
  public var series: [MetricSeries]
  public var facts: RunFacts
  public var notes: [RunNote]

  public init(
    name: String, source: String? = nil, format: String? = nil, axis: RunAxis = .epoch,
    hyperparameter: String? = nil, series: [MetricSeries], facts: RunFacts = RunFacts(), notes: [RunNote] = []
  ) {
    self.name = name
    self.source = source
    self.format = format
    self.axis = axis
    self.hyperparameter = hyperparameter
    self.series = series
    self.facts = facts
    self.notes = notes
  }

  /// The first series of a kind and split: the one that a diagnosis judges.
  ///
  /// Readers put the series that matters most first.
  public func first(_ kind: Metric.Kind, _ split: Split) -> MetricSeries? {
    series.first { $0.metric.kind == kind && $0.split == split }
  }

  /// How many epochs (or steps) were logged: of a long log, of which averages are kept, more than ``epochs`` holds.
  public var epochCount: Int {
    let logged = series.filter { $0.split != .run }.map(\.summary.count)
    return max(epochs.count, logged.max() ?? 0)
  }

  /// Every epoch (or step) at which a training or validation value was logged, rising.
  public var epochs: [Double] {
    var seen = Set<Double>()
    for series in series where series.split != .run { seen.formUnion(series.epochs) }
    return seen.sorted()
  }
}
