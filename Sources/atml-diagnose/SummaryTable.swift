import ATMLDiagnose
import Texts

/// The table that closes the output for several logs: one line a log.
struct SummaryTable {
  private struct Row {
    let log: String
    let verdict: String
    var confidence = ""
    var keep = ""
  }

  private var rows = [Row(log: "log", verdict: "verdict", confidence: "sure", keep: "keep")]

  mutating func add(_ diagnosis: Diagnosis, of log: String) {
    rows.append(
      Row(
        log: name(of: log), verdict: diagnosis.verdict.rawValue,
        confidence: NumberText.fixed(diagnosis.confidence, decimals: 2),
        keep: diagnosis.keep.map { NumberText.position($0.epoch) } ?? "–"))
  }

  /// Adds a log that could not be read.
  mutating func addUnread(_ log: String) {
    rows.append(Row(log: name(of: log), verdict: "not read"))
  }

  /// The lines, with columns of one width each.
  var text: String {
    func width(_ column: (Row) -> String) -> Int { rows.map { column($0).count }.max() ?? 0 }
    let widths = (verdict: width(\.verdict), confidence: width(\.confidence), keep: width(\.keep))
    func padded(_ text: String, _ width: Int, atEnd: Bool = false) -> String {
      let space = String(repeating: " ", count: max(0, width - text.count))
      return atEnd ? space + text : text + space
    }
    return rows.map { row in
      [
        padded(row.verdict, widths.verdict), padded(row.confidence, widths.confidence, atEnd: true),
        padded(row.keep, widths.keep, atEnd: true), row.log,
      ].joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private func name(of log: String) -> String {
    log == "-" ? "standard input" : PrintableText.path(log)
  }
}
