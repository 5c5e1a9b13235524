import RunRecords
import Texts

/// Turns percentages into fractions, for a whole metric over both splits.
enum PercentResolution {
  /// The largest fraction that rounding and smoothing can explain; more is a percentage.
  static let largestFraction = 1.5

  static func resolve(_ drafts: inout [DraftSeries]) -> [RunNote] {
    let shares = drafts.filter { $0.metric.unit == .fraction }
    // All accuracies of a run come from one writer: one of them in percent says it for the others.
    func family(_ draft: DraftSeries) -> String { draft.metric.kind == .accuracy ? "accuracy" : draft.key }
    let inPercent = Set(
      shares.filter { $0.largest > largestFraction || $0.hasPercentSign || $0.heading.isPercent }.map(family))
    let again = Set(drafts.indices.filter { isHundredfold(drafts[$0], among: drafts) })
    guard !inPercent.isEmpty || !again.isEmpty else { return [] }
    var names: [String] = []
    for index in drafts.indices
    where again.contains(index)
      || drafts[index].metric.unit == .fraction && inPercent.contains(family(drafts[index]))
    {
      drafts[index].values = drafts[index].values.map { $0 / 100 }
      drafts[index].summary = drafts[index].summary?.divided(by: 100)
      names.append(drafts[index].name)
    }
    return [RunNote(.interpretation, "\(NameList.brief(names)): read as percent and divided by 100.")]
  }

  /// Whether a score is another one times 100, as spaCy logs `cats_score` beside `score`.
  private static func isHundredfold(_ draft: DraftSeries, among drafts: [DraftSeries]) -> Bool {
    guard draft.metric.kind == .score, draft.metric.unit != .fraction, draft.largest > largestFraction,
      draft.values.count > 1
    else { return false }
    return drafts.contains { other in
      other.metric.kind == .score && other.split == draft.split && other.epochs == draft.epochs
        && zip(draft.values, other.values).allSatisfy { abs($0 - 100 * $1) <= 1e-6 * abs($0) }
    }
  }
}
