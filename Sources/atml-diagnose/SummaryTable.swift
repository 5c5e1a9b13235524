import ATMLDiagnose
import Texts

/// The table that closes the output for several runs: one line a run, the worst first.
///
/// Beside the verdict it says what tells runs apart that are to be chosen from: what each reached on new data at the epoch
/// to keep. A column that no run has anything for is left out.
struct SummaryTable {
  private var rows: [(severity: Int, cells: [String])] = []

  private static let titles = ["verdict", "sure", "keep", "val loss", "score", "log"]
  private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .right, .right, .left]
  private static let none = "–"

  mutating func add(_ diagnosis: Diagnosis, of name: String) {
    let severity = Verdict.bySeverity.firstIndex(of: diagnosis.verdict) ?? 0
    let reached = ReachedValues(diagnosis)
    // That nothing can be told is no judgement that may be wrong.
    let sure =
      diagnosis.verdict == .inconclusive
      ? SummaryTable.none : NumberText.fixed(diagnosis.confidence, decimals: 2)
    rows.append(
      (
        severity,
        [
          diagnosis.verdict.rawValue, sure,
          diagnosis.keep.map { NumberText.position($0.epoch) } ?? SummaryTable.none,
          reached.loss ?? SummaryTable.none, reached.score ?? SummaryTable.none, PrintableText.path(name),
        ]
      ))
  }

  /// Adds a run that could not be read; nothing is worse.
  mutating func addUnread(_ name: String) {
    rows.append((-1, ["not read", "", "", "", "", PrintableText.path(name)]))
  }

  var text: String {
    // Of equally severe ones the order of the logs stays.
    let sorted = rows.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element.cells)
    let columns = SummaryTable.titles.indices.filter { column in
      sorted.contains { !$0[column].isEmpty && $0[column] != SummaryTable.none }
    }
    var table = TextTable(columns.map { SummaryTable.alignments[$0] })
    for cells in [SummaryTable.titles] + sorted { table.add(columns.map { cells[$0] }) }
    return table.lines.joined(separator: "\n")
  }
}
