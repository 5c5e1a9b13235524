import Drawing

/// The findings, each with its sentence, severity and confidence.
struct EvidenceSection: PageSection {
  private struct Row {
    let text: TextBlock
    let severity: String
    let confidence: String
  }

  private let rows: [Row]
  private let width: Double
  private let style: PageStyle
  private let sideWidth = 132.0
  private let gap = 5.0

  /// - Parameters:
  ///   - findings: The findings to show.
  ///   - sentence: The sentence below the headline; what it says already is not said again.
  ///   - width: The width of the section.
  ///   - style: The type sizes and colours of the page.
  ///   - canvas: Measures the text.
  init(
    _ findings: [Report.FindingLine], besides sentence: String, width: Double, style: PageStyle,
    on canvas: some Canvas
  ) {
    self.width = width
    self.style = style
    let textWidth = min(width - sideWidth - 12, style.measure)
    rows = findings.map { finding in
      Row(
        text: TextBlock(
          [
            style.run(finding.title + ". ", style.strong),
            style.run(finding.besides(sentence) ?? "", style.body),
          ],
          width: textWidth, leading: style.bodyLeading, maximumLines: 4, on: canvas),
        severity: finding.severity.rawValue, confidence: finding.confidence)
    }
  }

  var height: Double {
    style.headingHeight + rows.map(\.text.height).reduce(0, +) + gap * Double(max(rows.count - 1, 0))
  }

  func draw(at origin: Point, on canvas: some Canvas) {
    drawHeading("Evidence", at: origin, style: style, on: canvas)
    canvas.tag(.table) {
      var y = origin.y + style.headingHeight
      for row in rows {
        row.text.draw(at: Point(x: origin.x, y: y), on: canvas)
        let extent = canvas.extent(of: row.severity, in: style.small)
        let baseline = y + (style.bodyLeading - extent.ascent - extent.descent) / 2 + extent.ascent
        canvas.draw(
          "\(row.severity), \(row.confidence)", at: Point(x: origin.x + width, y: baseline), anchor: .end,
          font: style.figures, color: style.theme.quietInk)
        y += row.text.height + gap
      }
    }
  }
}
