import ATMLDiagnose
import Texts

/// The table that closes the output for several runs: one line a run, the worst first.
struct SummaryTable {
  private var rows: [(severity: Int, cells: [String])] = []

  mutating func add(_ diagnosis: Diagnosis, of name: String) {
    let severity = Verdict.bySeverity.firstIndex(of: diagnosis.verdict) ?? 0
    rows.append(
      (
        severity,
        [
          diagnosis.verdict.rawValue, NumberText.fixed(diagnosis.confidence, decimals: 2),
          diagnosis.keep.map { NumberText.position($0.epoch) } ?? "–", PrintableText.path(name),
        ]
      ))
  }

  /// Adds a run that could not be read; nothing is worse.
  mutating func addUnread(_ name: String) {
    rows.append((-1, ["not read", "", "", PrintableText.path(name)]))
  }

  var text: String {
    var table = TextTable([.left, .right, .right, .left])
    table.add(["verdict", "sure", "keep", "log"])
    // Of equally severe ones the order of the logs stays.
    for row in rows.enumerated().sorted(by: {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }) {
      table.add(row.element.cells)
    }
    return table.lines.joined(separator: "\n")
  }
}
