extension Score {
  private enum CodingKeys: String, CodingKey {
    case runs, missing, labels, onset, checkpoint, recommendation, verdict, families, brier
    case macroF1 = "macro_f1"
    case falseAlarms = "false_overfitting"
    case calibrationError = "calibration_error"
    case plainMinimum = "plain_minimum"
    case confusion = "verdict_confusion"
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(runs, forKey: .runs)
    try values.encode(missing, forKey: .missing)
    var scores = values.nestedContainer(keyedBy: FigureName.self, forKey: .labels)
    for score in labels { try scores.encode(score, forKey: FigureName(stringValue: score.label.rawValue)) }
    try values.encode(macroF1, forKey: .macroF1)
    try values.encode(onset, forKey: .onset)
    try values.encode(checkpoint, forKey: .checkpoint)
    try values.encode(recommendation, forKey: .recommendation)
    try values.encode(falseAlarms, forKey: .falseAlarms)
    try values.encode(calibrationError, forKey: .calibrationError)
    try values.encode(brierScore, forKey: .brier)
    try values.encode(plainMinimum, forKey: .plainMinimum)
    try values.encode(verdict, forKey: .verdict)
    try values.encode(verdict.confusion, forKey: .confusion)
    try values.encode(families, forKey: .families)
  }
}
