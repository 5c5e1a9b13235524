/// How often the verdict is the most severe of the true labels, over the runs without an ambiguous label.
///
/// Whether the validation data represent the rest may stay open. Of predictions that give no verdict at all there
/// is nothing to score.
package struct VerdictScore: ScoreSection {
  package let count: Int
  /// How often each verdict was given, by the label that should have been.
  package let confusion: ScoreTable
  private let agreements: Int?

  init(_ runs: [JudgedRun]) {
    let scored = runs.compactMap { run in run.truth.mostSevere.map { ($0, run.prediction.verdict) } }
    count = scored.count
    agreements =
      scored.allSatisfy { $0.1 == nil } ? nil : scored.count { $0.0.rawValue == $0.1 }
    let names = Label.bySeverity.map(\.rawValue)
    confusion = ScoreTable(
      columns: names + ["other"],
      rows: Label.bySeverity.compactMap { label in
        let given = scored.filter { $0.0 == label }.map(\.1)
        guard !given.isEmpty else { return nil }
        let counts = names.map { name in given.count { $0 == name } }
        return (label.rawValue, (counts + [given.count - counts.reduce(0, +)]).map(Figure.count))
      })
  }

  package var agreement: Double? {
    count == 0 ? nil : agreements.map { Double($0) / Double(count) }
  }

  package var figures: KeyValuePairs<String, Figure> {
    ["n": .count(count), "agreement": .value(agreement)]
  }
}

extension RunTruth {
  /// The true label that matters most; `nil` where a label is ambiguous or none is true.
  package var mostSevere: Label? {
    let isCertain = Label.allCases.allSatisfy {
      labels[$0] != nil || $0 == .validationUnrepresentative
    }
    return isCertain ? Label.bySeverity.first { labels[$0] == true } : nil
  }
}
