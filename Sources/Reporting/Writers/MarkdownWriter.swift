import Diagnostics

/// Writes a report as Markdown, for a README, a pull request or a notebook.
public struct MarkdownWriter: Sendable {
  public init() {}

  /// The report as text that ends with a line break.
  public func text(of report: Report) -> String {
    var lines = ["# \(escaped(report.headline))", ""]
    let byline = [report.title, report.details.author, report.details.date].compactMap(\.self)
    lines += ["*\(escaped(byline.joined(separator: " · ")))*", "", escaped(report.sentence), ""]
    if !report.remedies.isEmpty {
      lines += ["## What to do next", ""]
      for (index, remedy) in report.remedies.enumerated() {
        let source = remedy.url.map { "[\(escaped(remedy.source))](\($0))" } ?? escaped(remedy.source)
        lines.append("\(index + 1). **\(escaped(remedy.action))** \(escaped(remedy.reason)) (\(source))")
      }
      lines.append("")
    }
    if !report.findings.isEmpty {
      lines += [
        "## Evidence", "", "| finding | what was measured | severity | confidence |", "|---|---|---|---|",
      ]
      for finding in report.findings {
        lines.append(row([finding.title, finding.statement, finding.severity.rawValue, finding.confidence]))
      }
      lines.append("")
    }
    lines += ["## The run", "", "| | |", "|---|---|"]
    lines += report.facts.map { row([$0.title, $0.value]) } + [""]
    if !report.notes.isEmpty { lines += ["## Notes", ""] + report.notes.map { "- \(escaped($0))" } + [""] }
    lines.append("\(Tool.name) \(Tool.version)")
    return PlainText.of(lines.joined(separator: "\n")) + "\n"
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// Text in which nothing is markup: names from a log are data.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character.isNewline {
        result += " "
        continue
      }
      if "\\`*_[]<>|#&".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
