/// Draws a laid-out chart on a canvas.
public struct ChartPainter {
  public let layout: ChartLayout
  public let theme: Theme

  public init(_ layout: ChartLayout, theme: Theme) {
    self.layout = layout
    self.theme = theme
  }

  public func draw(on canvas: some Canvas) {
    for frame in layout.frames {
      PanelPainter(frame: frame, axisTitle: layout.axisTitle, theme: theme).draw(on: canvas)
    }
  }
}
