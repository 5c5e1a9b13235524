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
    guard !inPercent.isEmpty else { return [] }
    var names: [String] = []
    for index in drafts.indices
    where drafts[index].metric.unit == .fraction && inPercent.contains(family(drafts[index])) {
      drafts[index].values = drafts[index].values.map { $0 / 100 }
      drafts[index].summary = drafts[index].summary?.divided(by: 100)
      names.append(drafts[index].name)
    }
    return [RunNote(.interpretation, "\(NameList.brief(names)): read as percent and divided by 100.")]
  }
}
