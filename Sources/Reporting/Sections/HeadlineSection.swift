import Drawing

/// The verdict in large type, with the title above and the sentence below it.
struct HeadlineSection: PageSection {
  private let title: TextBlock
  /// The author and date, where they do not fit behind the title.
  private let byline: TextBlock?
  private let headline: TextBlock
  private let sentence: TextBlock
  private let text: String
  private let accent: Color
  private let style: PageStyle

  init(_ report: Report, width: Double, style: PageStyle, on canvas: some Canvas) {
    self.style = style
    text = report.headline
    accent = style.theme.accent(report.accent)
    let byline = [report.details.author, report.details.date].compactMap(\.self).joined(separator: "  ·  ")
    func block(_ text: String, lines: Int) -> TextBlock {
      TextBlock(
        [style.quiet(text, style.kicker)], width: width, leading: style.smallLeading, maximumLines: lines,
        on: canvas)
    }
    let whole = byline.isEmpty ? report.title : report.title + "  ·  " + byline
    if canvas.extent(of: whole, in: style.kicker).width <= width || byline.isEmpty {
      title = block(whole, lines: 2)
      self.byline = nil
    } else {
      title = block(report.title, lines: 1)
      self.byline = block(byline, lines: 1)
    }
    headline = TextBlock(
      [style.run(Wording.unbroken(report.headline), style.headline)], width: width,
      leading: style.headlineLeading,
      maximumLines: 3, on: canvas)
    sentence = TextBlock(
      [style.run(report.sentence, style.sentence)], width: min(width, style.measure + 30),
      leading: style.sentenceLeading, maximumLines: 6, on: canvas)
  }

  private let barHeight = 4.0
  private let gaps = (afterBar: 7.0, afterTitle: 3.0, afterHeadline: 3.0)

  var height: Double {
    barHeight + gaps.afterBar + title.height + (byline?.height ?? 0) + gaps.afterTitle + headline.height
      + gaps.afterHeadline
      + sentence.height
  }

  func draw(at origin: Point, on canvas: some Canvas) {
    canvas.fill(Path(Rect(x: origin.x, y: origin.y, width: 28, height: barHeight)), with: accent)
    var y = origin.y + barHeight + gaps.afterBar
    canvas.tag(.paragraph) {
      y = title.draw(at: Point(x: origin.x, y: y), on: canvas)
      if let byline { y = byline.draw(at: Point(x: origin.x, y: y), on: canvas) }
    }
    y += gaps.afterTitle
    canvas.tag(.heading(level: 1, text)) { y = headline.draw(at: Point(x: origin.x, y: y), on: canvas) }
    y += gaps.afterHeadline
    canvas.tag(.paragraph) { sentence.draw(at: Point(x: origin.x, y: y), on: canvas) }
  }
}
