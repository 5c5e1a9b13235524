import RunRecords

extension RunRecord {
  /// The run that epochs of training make up.
  init(name: String, epochs: [EpochRecord], facts: RunFacts) {
    let columns = epochs.first.map(RecordColumn.columns) ?? []
    let series = columns.map { column in
      let points = epochs.compactMap { record in column.value(record).map { (Double(record.epoch), $0) } }
      return MetricSeries(
        name: column.name, metric: column.metric, split: column.split, epochs: points.map(\.0),
        values: points.map(\.1))
    }
    self.init(name: name, axis: .epoch, series: series, facts: facts)
  }
}
