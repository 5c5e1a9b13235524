import Diagnostics
import Drawing

/// Lays a report out on one page and draws it.
///
/// If not everything fits, less is shown, never smaller.
public struct ReportPage {
  private let report: Report
  private let size: PageSize
  private let style: PageStyle

  public init(_ report: Report, size: PageSize = .a4, theme: Theme = .light) {
    self.report = report
    self.size = size
    style = PageStyle(theme: theme)
  }

  /// How much of each part is shown.
  private struct Amount {
    var remedies: Int
    var findings: Int
    var numbers: Int
    var facts: Int
  }

  /// From all that a page may hold down to the least it must, one step at a time.
  private static let amounts = [
    Amount(remedies: 3, findings: 4, numbers: 7, facts: 8),
    Amount(remedies: 3, findings: 3, numbers: 6, facts: 7),
    Amount(remedies: 3, findings: 2, numbers: 5, facts: 6),
    Amount(remedies: 3, findings: 2, numbers: 4, facts: 5),
    Amount(remedies: 3, findings: 1, numbers: 4, facts: 5),
    Amount(remedies: 2, findings: 1, numbers: 4, facts: 4),
    Amount(remedies: 1, findings: 1, numbers: 0, facts: 3),
  ]

  /// Draws the page on a canvas that has the theme's background already.
  public func draw(on canvas: some Canvas) {
    let margin = min(style.margin, size.width * 0.09)
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
      .inset(left: margin, top: margin * 0.9, right: margin, bottom: margin * 0.7)
    let headline = HeadlineSection(report, width: area.width, style: style, on: canvas)
    let footer = FooterSection(report, width: area.width, style: style, on: canvas)

    let room = area.height - headline.height - footer.height - 2 * style.sectionGap
    let leastFigure = min(size.height * 0.39, room * 0.6)
    var lower: [any PageSection] = []
    for amount in ReportPage.amounts {
      lower = sections(amount, width: area.width, on: canvas)
      if room - height(of: lower) >= leastFigure { break }
    }
    let figureHeight = min(
      max(room - height(of: lower), 80), size.height * (report.figure.chart.panels.count > 2 ? 0.62 : 0.54))

    headline.draw(at: Point(x: area.x, y: area.y), on: canvas)
    var y = area.y + headline.height + style.sectionGap
    FigureSection(report.figure, width: area.width, height: figureHeight, style: style, on: canvas)
      .draw(at: Point(x: area.x, y: y), on: canvas)
    y += figureHeight + style.sectionGap
    for section in lower {
      section.draw(at: Point(x: area.x, y: y), on: canvas)
      y += section.height + style.sectionGap
    }
    footer.draw(at: Point(x: area.x, y: area.maxY - footer.height), on: canvas)
  }

  private func sections(_ amount: Amount, width: Double, on canvas: some Canvas) -> [any PageSection] {
    var sections: [any PageSection] = []
    if !report.remedies.isEmpty {
      sections.append(
        RemedySection(Array(report.remedies.prefix(amount.remedies)), width: width, style: style, on: canvas))
    }
    if !report.findings.isEmpty {
      sections.append(
        EvidenceSection(
          Array(report.findings.prefix(amount.findings)), besides: report.sentence, width: width,
          style: style, on: canvas))
    }
    sections.append(
      NumbersSection(
        numbers: Array(report.numbers.prefix(amount.numbers)),
        facts: Array(report.facts.prefix(amount.facts)),
        width: width, style: style, on: canvas))
    return sections
  }

  private func height(of sections: [any PageSection]) -> Double {
    sections.map { $0.height + style.sectionGap }.reduce(0, +)
  }
}
