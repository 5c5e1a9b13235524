extension MeasuredRun {
  /// The validation score of a run that logged no validation loss: all that tells how it does on new data.
  var loneScore: MeasuredCurve? {
    guard validationLoss?.tail == nil, let score = validationScore, score.tail != nil else { return nil }
    return score
  }
}
