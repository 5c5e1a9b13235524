import RunRecords
import Texts

/// Turns percentages into fractions, for a whole metric over both splits.
enum PercentResolution {
  /// The largest fraction that rounding and smoothing can explain; more is a percentage.
  static let largestFraction = 1.5
  /// How many times one accuracy may be another one of the same run, such as that of the first five guesses.
  private static let mostBetweenAccuracies = 20.0

  static func resolve(_ drafts: inout [DraftSeries]) -> [RunNote] {
    let shares = drafts.filter { $0.metric.unit == .fraction }
    let percentages = shares.filter {
      $0.largest > largestFraction || $0.hasPercentSign || $0.heading.isPercent
    }
    let inPercent = Set(percentages.map(\.key))
    let least = percentages.filter { $0.metric.kind == .accuracy }.map(\.largest).min() ?? 0
    // All accuracies of a run come from one writer: one of them in percent says it for the others, unless those are
    // so far below it that they can only be fractions, as `mAcc: 0.67` beside `acc_seg: 85.1` is.
    func isInPercent(_ draft: DraftSeries) -> Bool {
      if inPercent.contains(draft.key) { return true }
      return draft.metric.kind == .accuracy && least > 0 && least < mostBetweenAccuracies * draft.largest
    }
    let again = Set(drafts.indices.filter { isHundredfold(drafts[$0], among: drafts) })
    guard !inPercent.isEmpty || !again.isEmpty else { return [] }
    var names: [String] = []
    for index in drafts.indices
    where again.contains(index)
      || drafts[index].metric.unit == .fraction && isInPercent(drafts[index])
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
