import Diagnostics
import Drawing

/// Writes a report for a terminal: verdict, findings, the epoch to keep, what to do.
public struct TextWriter: Sendable {
  /// Whether the text may hold escape codes for bold and colour.
  public var usesColor: Bool
  /// The count of characters that a line may have.
  public var width: Int
  /// More remedies than one tries are kept for the other formats.
  private let maximumRemedies = 4

  public init(usesColor: Bool = false, width: Int = 80) {
    self.usesColor = usesColor
    self.width = max(40, width)
  }

  /// The report as text that ends with a line break.
  ///
  /// A `chart` is a drawing of the curves to put below the verdict.
  public func text(of report: Report, chart: String? = nil) -> String {
    var lines = wrapped(report.headline, indent: 0).map { styled($0, .strong(report.diagnosis.verdict)) }
    lines += wrapped(report.sentence, indent: 0)
    if let chart { lines += ["", chart] }
    if !report.findings.isEmpty {
      lines += ["", styled("Findings", .heading)]
      for finding in report.findings {
        lines += titled(finding.title, "\(finding.severity.rawValue), \(finding.confidence)", indent: 2)
        if let statement = finding.besides(report.sentence) { lines += wrapped(statement, indent: 4) }
      }
    }
    if let keep = report.diagnosis.keep {
      let action = Wording.capitalized(Wording.keeping(keep, of: report.diagnosis.run))
      lines += [""] + titled(action, Wording.reached(keep, of: report.diagnosis.run), indent: 0)
      lines += wrapped(Wording(report.diagnosis).text(keep.reason), indent: 2)
    }
    if !report.remedies.isEmpty {
      lines += ["", styled("What to do next", .heading)]
      for (index, remedy) in report.remedies.prefix(maximumRemedies).enumerated() {
        let text = "\(index + 1). \(remedy.action) \(remedy.reason) [\(remedy.source)]"
        lines += wrapped(text, indent: 2, hanging: 5)
      }
    }
    if !report.notes.isEmpty {
      lines += ["", styled("Notes", .heading)]
      for note in report.notes { lines += wrapped("- " + note, indent: 2, hanging: 4) }
    }
    return PlainText.of(lines.joined(separator: "\n")) + "\n"
  }

  /// One line for a run: its verdict, confidence, epoch to keep and name.
  public func line(of report: Report) -> String {
    PlainText.of("\(report.title): \(report.headline) \(report.sentence)")
  }

  private enum Style {
    case heading
    case strong(Verdict)
  }

  private func styled(_ text: String, _ style: Style) -> String {
    guard usesColor else { return text }
    let code =
      switch style {
      case .heading: "1"
      case .strong(.goodFit): "1;32"
      case .strong(.overfitting), .strong(.diverged), .strong(.notLearning): "1;31"
      case .strong: "1;33"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// A title with what belongs to it: on one line, or below it where both are too long for one.
  private func titled(_ title: String, _ detail: String?, indent: Int) -> [String] {
    let lines = wrapped(title, indent: indent)
    let styledLines = lines.map { line in
      line.prefix(indent) + styled(String(line.dropFirst(indent)), .heading)
    }.map(String.init)
    guard let detail else { return styledLines }
    guard let last = lines.last, last.count + 2 + detail.count <= width else {
      return styledLines + wrapped(detail, indent: indent + 2)
    }
    return styledLines.dropLast() + [(styledLines.last ?? "") + "  " + detail]
  }

  private func wrapped(_ text: String, indent: Int, hanging: Int? = nil) -> [String] {
    TextLines.wrapped(text, width: width, indent: indent, hanging: hanging)
  }
}
