import Drawing

/// A part of the page: measured when it is made, then drawn where the page puts it.
protocol PageSection {
  var height: Double { get }
  func draw(at origin: Point, on canvas: some Canvas)
}

extension PageSection {
  /// Draws the heading of a section, and tells outlines and screen readers of it.
  func drawHeading(_ text: String, at origin: Point, style: PageStyle, on canvas: some Canvas) {
    canvas.tag(.heading(level: 2, text)) {
      canvas.draw(
        text, at: Point(x: origin.x, y: origin.y + style.heading.size), anchor: .start, font: style.heading,
        color: style.theme.ink)
    }
  }
}
