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

  /// The table; where it would be wider than a terminal, the folder of all logs is named once, in the title.
  func text(width: Int) -> String {
    let whole = text(below: "")
    guard whole.contains(where: { $0.count > width }) else { return whole.joined(separator: "\n") }
    return text(below: sharedFolder).joined(separator: "\n")
  }

  /// The folder that all logs are in, with the slash at its end; empty if there is none, or where names are quoted.
  private var sharedFolder: String {
    let names = rows.compactMap(\.cells.last)
    guard var folder = names.first.map({ $0[...] }), names.allSatisfy({ !$0.contains("'") }) else {
      return ""
    }
    while let slash = folder.lastIndex(of: "/") {
      if names.allSatisfy({ $0.hasPrefix(folder[...slash]) }) { return String(folder[...slash]) }
      folder = folder[..<slash]
    }
    return ""
  }

  private func text(below folder: String) -> [String] {
    // Of equally severe ones the order of the logs stays.
    let sorted = rows.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element.cells)
    let columns = SummaryTable.titles.indices.filter { column in
      sorted.contains { !$0[column].isEmpty && $0[column] != SummaryTable.none }
    }
    var table = TextTable(columns.map { SummaryTable.alignments[$0] })
    let title = folder.isEmpty ? "log" : "log in \(folder)"
    table.add(columns.map { SummaryTable.titles[$0] }.dropLast() + [title])
    for cells in sorted {
      table.add(columns.dropLast().map { cells[$0] } + [String((cells.last ?? "").dropFirst(folder.count))])
    }
    return table.lines
  }
}
