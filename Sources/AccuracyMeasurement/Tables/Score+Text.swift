extension Score {
  /// The whole score as tables and lines for people.
  package var text: String {
    var calibration = TextTable(header: ["calibration", "ECE", "Brier"])
    for score in labels {
      let values = [Figure.value(score.calibrationError), .value(score.brierScore)]
      calibration.add([score.label.rawValue] + values.map(\.text))
    }
    calibration.add(["mean"] + [Figure.value(calibrationError), .value(brierScore)].map(\.text))
    return """
      \(benchmarkText)
      false overfitting: \(falseAlarms.line)
      plain minimum of the validation loss: \(plainMinimum.line)
      verdict: \(verdict.line)

      \(calibration.text)

      \(TextTable(families, corner: "F1 by family", decimals: 2).text)

      \(TextTable(verdict.confusion, corner: "true \\ verdict", decimals: 0).text)
      """
  }

  /// The part of the score that the benchmark defines, as its own program lays it out.
  private var benchmarkText: String {
    let rows = labels.map { score in
      let values: [Double?] = [
        score.counts.precision, score.counts.recall, score.counts.f1, score.areaUnderCurve,
      ]
      let cells = values.map { Figure.value($0).text(decimals: 2) }
      let positives = "\(score.counts.positives)".padded(to: 4, atEnd: true)
      let negatives = "\(score.counts.negatives)".padded(to: 5, atEnd: true)
      let name = score.label.rawValue.padded(to: 21)
      return "\(name) \(positives) \(negatives)  \(cells.joined(separator: "  "))"
    }
    return """
      label                  n+    n-   prec  rec   F1    AUROC
      \(rows.joined(separator: "\n"))
      macro F1 \(Figure.value(macroF1).text)
      onset: \(onset.line)
      checkpoint: \(checkpoint.line)
      recommendation: \(recommendation.line)
      """
  }
}
