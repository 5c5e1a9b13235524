import Drawing

/// The bare figure of a report, for a paper or a slide.
public struct FigurePage {
  private let figure: Figure
  private let size: PageSize
  private let theme: Theme

  public init(_ figure: Figure, size: PageSize = .figure, theme: Theme = .light) {
    self.figure = figure
    self.size = size
    self.theme = theme
  }

  /// Draws the figure on a canvas that has the theme's background already.
  public func draw(on canvas: some Canvas) {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
    canvas.tag(.figure(alternative: figure.alternative)) {
      // Panels stand in a row where the figure is wide and each has room for its labels.
      let isWide =
        size.width > size.height * 1.2 && size.width >= 180 * Double(figure.chart.panels.count)
      let layout = ChartLayout(
        figure.chart, in: page.inset(left: 4, top: 4, right: 4, bottom: 4),
        arrangement: isWide ? .sideBySide : .stacked, on: canvas)
      ChartPainter(layout, theme: theme).draw(on: canvas)
    }
  }
}
