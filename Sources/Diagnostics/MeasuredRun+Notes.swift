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
