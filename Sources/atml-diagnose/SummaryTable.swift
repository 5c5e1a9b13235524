import ATMLDiagnose
import Texts

/// The table that closes the output for several logs: one line a log.
struct SummaryTable {
  private var table = TextTable([.left, .right, .right, .left])

  init() {
    table.add(["verdict", "sure", "keep", "log"])
  }

  mutating func add(_ diagnosis: Diagnosis, of log: String) {
    table.add([
      diagnosis.verdict.rawValue, NumberText.fixed(diagnosis.confidence, decimals: 2),
      diagnosis.keep.map { NumberText.position($0.epoch) } ?? "–", name(of: log),
    ])
  }

  /// Adds a log that could not be read.
  mutating func addUnread(_ log: String) {
    table.add(["not read", "", "", name(of: log)])
  }

  var text: String { table.lines.joined(separator: "\n") }

  private func name(of log: String) -> String {
    log == "-" ? "standard input" : PrintableText.path(log)
  }
}
