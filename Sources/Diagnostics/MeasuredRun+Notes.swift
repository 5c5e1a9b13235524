import RunRecords

extension MeasuredRun {
  /// What to know about how the run was judged, beside what its reader noted.
  var notes: [RunNote] {
    var notes: [RunNote] = []
    for curve in losses where !curve.isPositive {
      notes.append(
        RunNote(
          .interpretation,
          """
          \(curve.series.name) is not above zero throughout: its relative changes are shares of its \
          range after the first epochs.
          """
        ))
    }
    if let series = record.first(.loss, .validation), series.isZeroThroughout {
      notes.append(
        RunNote(
          .interpretation, "\(series.name) is 0 throughout and was taken for one that was never measured."))
    }
    if case .guessedClassCount(let count) = chance?.source {
      notes.append(
        RunNote(
          .interpretation,
          """
          The number of classes was taken to be \(count), by losses near ln \(count) and the accuracies \
          beside them.
          """
        ))
    }
    return notes
  }
}

extension MetricSeries {
  /// Whether every value is exactly 0, as loops write for what they did not measure; no loss of a model is.
  var isZeroThroughout: Bool { !values.isEmpty && values.allSatisfy { $0 == 0 } }
}
