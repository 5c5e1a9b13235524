/// Scores side by side: a row of the figures that matter most for each.
package struct Comparison: Sendable, Encodable {
  /// A score with the name of what was scored.
  package struct Row: Sendable {
    package let name: String
    package let score: Score

    package init(_ name: String, _ score: Score) {
      self.name = name
      self.score = score
    }
  }

  package let rows: [Row]
  /// Whether the whole scores are shown too.
  private let isDetailed: Bool

  package init(_ rows: [Row], isDetailed: Bool = false) {
    self.rows = rows
    self.isDetailed = isDetailed
  }

  /// The table, and below it each whole score where they are wanted.
  package var text: String {
    let figures = rows.map { ComparisonFigures($0.score).figures }
    var table = TextTable(header: [""] + (figures.first?.map(\.key) ?? []))
    for (row, figures) in zip(rows, figures) { table.add([row.name] + figures.map(\.value.text)) }
    let details = isDetailed ? rows.map { "\($0.name)\n\n\($0.score.text)" } : []
    return ([table.text] + details).joined(separator: "\n\n\n")
  }

  private enum CodingKeys: String, CodingKey {
    case name, figures, score
  }

  package func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    for row in rows {
      var values = list.nestedContainer(keyedBy: CodingKeys.self)
      try values.encode(row.name, forKey: .name)
      try values.encode(ComparisonFigures(row.score), forKey: .figures)
      if isDetailed { try values.encode(row.score, forKey: .score) }
    }
  }
}

/// The figures of a score by which tools and perturbations are compared.
private struct ComparisonFigures: ScoreSection {
  let score: Score

  init(_ score: Score) {
    self.score = score
  }

  var figures: KeyValuePairs<String, Figure> {
    let overfitting = score[.overfitting]
    return [
      "macro_f1": .value(score.macroF1), "overfitting_f1": .value(overfitting?.counts.f1),
      "overfitting_macro_f1": .value(overfitting?.counts.macroF1),
      "onset_hit": .value(score.onset.hitShare), "regret_mean": .value(score.checkpoint.regrets.mean),
      "false_overfitting": .value(score.falseAlarms.healthy.share),
    ]
  }
}
