import RunRecords

/// The validation loss as a rule of thumb looks at it: the values as they were logged.
package struct ValidationCurve: Sendable {
  package let epochs: [Double]
  package let values: [Double]

  /// - Precondition: There are as many epochs as values.
  package init(epochs: [Double], values: [Double]) {
    precondition(epochs.count == values.count)
    self.epochs = epochs
    self.values = values
  }

  /// Takes the validation loss of a run; `nil` where no value of it was logged.
  package init?(_ run: RunRecord) {
    guard let series = run.first(.loss, .validation), !series.isEmpty else { return nil }
    self.init(epochs: series.epochs, values: series.values)
  }

  /// The place of the lowest value among the first ones, the first of equal ones; `nil` if none is finite.
  func lowest(among count: Int) -> Int? {
    values.prefix(count).indices.filter { values[$0].isFinite }.min { values[$0] < values[$1] }
  }

  var lowest: Int? { lowest(among: values.count) }

  /// By which share of the lowest value the last one is above it; `nil` if none is finite.
  var finalRise: Double? {
    guard let lowest, let last = values.last else { return nil }
    return last / values[lowest] - 1
  }
}
