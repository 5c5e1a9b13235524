import RunRecords

/// A small run that a rule speaks about, or keeps silent about.
public struct RuleExample: Sendable {
  public let name: String
  public let run: RunRecord
  /// The onset epoch that the rule should find, within one epoch; `nil` where it is not checked.
  public let onset: Double?

  /// Creates an example from curves with one value per epoch, epochs counted from 1.
  ///
  /// `training` and `validation` are losses; accuracies are fractions.
  public init(
    _ name: String, training: [Double] = [], validation: [Double] = [],
    trainingAccuracy: [Double] = [], validationAccuracy: [Double] = [],
    axis: RunAxis = .epoch, facts: RunFacts = RunFacts(), notes: [RunNote] = [], onset: Double? = nil
  ) {
    func series(_ name: String, _ metric: Metric, _ split: Split, _ values: [Double]) -> MetricSeries? {
      guard !values.isEmpty else { return nil }
      return MetricSeries(
        name: name, metric: metric, split: split, epochs: (1...values.count).map(Double.init),
        values: values)
    }
    self.name = name
    self.onset = onset
    run = RunRecord(
      name: name, axis: axis,
      series: [
        series("train_loss", .loss, .training, training),
        series("val_loss", .loss, .validation, validation),
        series("train_acc", .accuracy, .training, trainingAccuracy),
        series("val_acc", .accuracy, .validation, validationAccuracy),
      ].compactMap(\.self),
      facts: facts, notes: notes)
  }
}
