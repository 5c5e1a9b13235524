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
    var remedies = 0
    var findings = 0
    var numbers = 0
    var facts = 0
    var notes = true
  }

  /// From all that a page may hold down to a headline and a figure, one step at a time.
  private static let amounts = [
    Amount(remedies: 3, findings: 4, numbers: 7, facts: 8),
    Amount(remedies: 3, findings: 3, numbers: 6, facts: 7),
    Amount(remedies: 3, findings: 2, numbers: 5, facts: 6),
    Amount(remedies: 3, findings: 2, numbers: 4, facts: 5),
    Amount(remedies: 3, findings: 1, numbers: 4, facts: 5),
    Amount(remedies: 2, findings: 1, numbers: 4, facts: 4), Amount(remedies: 2, findings: 1, facts: 3),
    Amount(remedies: 1, findings: 1, facts: 3),
    Amount(remedies: 1, notes: false), Amount(notes: false),
  ]

  /// The least height of a figure with its labels, in points.
  private static let leastFigureHeight = 110.0

  /// The most of the page's height that the figure takes, by how much its panels show.
  private var tallestFigure: Double {
    let panels = report.figure.chart.panels
    if panels.count > 2 { return 0.62 }
    return switch panels.map(\.height).reduce(0, +) {
    case ..<0.5: 0.22
    case ..<1.2: 0.48
    default: 0.54
    }
  }

  /// Draws the page on a canvas that has the theme's background already.
  ///
  /// A page that is too small for a headline has the figure alone.
  public func draw(on canvas: some Canvas) {
    let margin = min(style.margin, size.width * 0.09)
    let area = Rect(x: 0, y: 0, width: size.width, height: size.height)
      .inset(left: margin, top: margin * 0.9, right: margin, bottom: margin * 0.7)
    let headline = HeadlineSection(report, width: area.width, style: style, on: canvas)
    let gaps = 2 * style.sectionGap
    for amount in ReportPage.amounts {
      let footer = FooterSection(
        report, showsNotes: amount.notes, width: area.width, style: style, on: canvas)
      let lower = sections(amount, width: area.width, on: canvas)
      let room = area.height - headline.height - footer.height - gaps - height(of: lower)
      let isLast = lower.isEmpty && !amount.notes
      let tallest = size.height * tallestFigure
      let least = isLast ? 0 : min(size.height * 0.41, tallest)
      guard room >= max(least, ReportPage.leastFigureHeight) else { continue }
      draw(
        headline, figureHeight: isLast ? room : min(room, tallest), lower: lower, footer: footer, in: area,
        on: canvas)
      return
    }
    FigurePage(report.figure, size: size, theme: style.theme).draw(on: canvas)
  }

  private func draw(
    _ headline: HeadlineSection, figureHeight: Double, lower: [any PageSection], footer: FooterSection,
    in area: Rect, on canvas: some Canvas
  ) {
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
    if !report.remedies.isEmpty, amount.remedies > 0 {
      sections.append(
        RemedySection(Array(report.remedies.prefix(amount.remedies)), width: width, style: style, on: canvas))
    }
    if !report.findings.isEmpty, amount.findings > 0 {
      sections.append(
        EvidenceSection(
          Array(report.findings.prefix(amount.findings)), besides: report.sentence, width: width,
          style: style, on: canvas))
    }
    guard amount.facts > 0 else { return sections }
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
