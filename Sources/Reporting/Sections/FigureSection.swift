import Drawing

/// The figure with its caption.
struct FigureSection: PageSection {
  let height: Double
  private let figure: Figure
  private let caption: TextBlock?
  private let width: Double
  private let style: PageStyle

  /// - Parameter height: The room for the figure and its caption together.
  init(_ figure: Figure, width: Double, height: Double, style: PageStyle, on canvas: some Canvas) {
    self.figure = figure
    self.width = width
    self.height = height
    self.style = style
    caption =
      figure.caption.isEmpty
      ? nil
      : TextBlock(
        [style.quiet(figure.caption, style.small)], width: min(width, style.measure),
        leading: style.smallLeading, maximumLines: 2, on: canvas)
  }

  func draw(at origin: Point, on canvas: some Canvas) {
    let captionHeight = caption.map { $0.height + 6 } ?? 0
    let area = Rect(x: origin.x, y: origin.y, width: width, height: height - captionHeight)
    canvas.tag(.figure(alternative: figure.alternative)) {
      let layout = ChartLayout(figure.chart, in: area, arrangement: .stacked, on: canvas)
      ChartPainter(layout, theme: style.theme).draw(on: canvas)
    }
    guard let caption else { return }
    canvas.tag(.paragraph) {
      caption.draw(at: Point(x: origin.x, y: origin.y + height - caption.height), on: canvas)
    }
  }
}
