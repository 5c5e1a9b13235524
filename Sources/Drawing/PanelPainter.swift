/// Draws one panel of a chart: axes, marks, the labels at the ends of lines, then the others.
struct PanelPainter {
  let frame: ChartLayout.PanelFrame
  let axisTitle: String
  let theme: Theme

  func draw(on canvas: some Canvas) {
    drawBands(on: canvas)
    drawAxes(on: canvas)
    canvas.clip(to: frame.plot.inset(left: -2, top: -2, right: -2, bottom: -2)) {
      for mark in frame.panel.marks { drawInside(mark, on: canvas) }
    }
    for mark in frame.panel.marks {
      if case .atEdge(let edge, let x) = mark.shape { drawEdgeMark(edge, at: x, mark.role, on: canvas) }
    }
    let endBoxes = drawEndLabels(on: canvas)
    AnnotationPainter(frame: frame, theme: theme)
      .draw(avoiding: endBoxes, lines: frame.panel.marks.flatMap(stretches), on: canvas)
  }

  private var plot: Rect { frame.plot }
  private var fonts: ChartFonts { frame.fonts }

  // MARK: Axes

  private func drawBands(on canvas: some Canvas) {
    for mark in frame.panel.marks {
      guard case .band(let range) = mark.shape else { continue }
      let left = max(frame.x.position(of: range.lowerBound), plot.x)
      let right = min(frame.x.position(of: range.upperBound), plot.maxX)
      let band = Rect(x: left, y: plot.y, width: max(right - left, 1), height: plot.height)
      canvas.fill(Path(band), with: theme.style(of: mark.role).stroke.color)
    }
  }

  private func drawAxes(on canvas: some Canvas) {
    // In a very narrow figure what stands in brackets gives way to the name.
    let titles = [frame.title, frame.title.split(separator: " (").first.map(String.init) ?? frame.title]
    let fitting = titles.first {
      canvas.extent(of: $0, in: fonts.title).width <= frame.right - frame.left + 0.5
    }
    canvas.draw(
      fitting ?? titles[1], at: Point(x: frame.left, y: plot.y - 8), anchor: .start, font: fonts.title,
      color: theme.ink)
    for tick in frame.yTicks {
      let y = frame.y.position(of: tick.value)
      canvas.stroke(
        Path(from: Point(x: plot.x, y: y), to: Point(x: plot.maxX, y: y)),
        with: Stroke(color: theme.hairline, width: 0.5))
      canvas.draw(
        tick.label, at: Point(x: plot.x - 5, y: y + fonts.tick.size * 0.36), anchor: .end,
        font: fonts.tick, color: theme.quietInk)
    }
    let axis = Stroke(color: theme.quietInk, width: 0.6)
    canvas.stroke(
      Path(from: Point(x: plot.x, y: plot.maxY), to: Point(x: plot.maxX, y: plot.maxY)), with: axis)
    for tick in frame.xTicks {
      let x = frame.x.position(of: tick.value)
      canvas.stroke(
        Path(from: Point(x: x, y: plot.maxY), to: Point(x: x, y: plot.maxY + 3)), with: axis)
      guard frame.labelsAxis else { continue }
      canvas.draw(
        tick.label, at: Point(x: x, y: axisBaseline), anchor: .middle, font: fonts.tick,
        color: theme.quietInk)
    }
    guard frame.labelsAxis else { return }
    let lastTick = frame.xTicks.last.map { tick in
      frame.x.position(of: tick.value) + canvas.extent(of: tick.label, in: fonts.tick).width / 2
    }
    let left = max(plot.maxX, lastTick ?? 0) + EndLabels.gap
    // A figure too narrow for it says what its numbers count in its text alone.
    guard left + canvas.extent(of: axisTitle, in: fonts.tick).width <= frame.right + 0.5 else { return }
    canvas.draw(
      axisTitle, at: Point(x: left, y: axisBaseline), anchor: .start, font: fonts.tick, color: theme.quietInk)
  }

  private var axisBaseline: Double { plot.maxY + 5 + fonts.tick.size }

  // MARK: Marks

  private func drawInside(_ mark: Mark, on canvas: some Canvas) {
    let style = theme.style(of: mark.role)
    switch mark.shape {
    case .line(let points):
      for stretch in stretches(of: points) {
        canvas.stroke(Path(points: stretch), with: style.stroke)
        // A point without neighbours has no line to be seen by.
        let dots = stretch.count == 1 || showsPoints(points) ? stretch : []
        for dot in dots {
          canvas.fill(Path(circleAt: dot, radius: style.stroke.width + 0.6), with: style.stroke.color)
        }
      }
    case .dot(let point):
      let center = frame.position(of: point)
      canvas.fill(Path(circleAt: center, radius: 3.4), with: theme.background)
      canvas.fill(Path(circleAt: center, radius: 2.4), with: style.stroke.color)
    case .verticalRule(let x):
      let x = frame.x.position(of: x)
      canvas.stroke(
        Path(from: Point(x: x, y: plot.y), to: Point(x: x, y: plot.maxY)), with: style.stroke)
    case .horizontalRule(let y):
      let y = frame.y.position(of: y)
      canvas.stroke(
        Path(from: Point(x: plot.x, y: y), to: Point(x: plot.maxX, y: y)), with: style.stroke)
    case .band, .atEdge:
      break
    }
  }

  /// A small triangle that points over the edge.
  private func drawEdgeMark(
    _ edge: Mark.Edge, at value: Double, _ role: Mark.Role, on canvas: some Canvas
  ) {
    let x = frame.x.position(of: value)
    let base = edge == .upper ? plot.y + 4.5 : plot.maxY - 4.5
    let tip = edge == .upper ? plot.y - 0.5 : plot.maxY + 0.5
    var path = Path(points: [Point(x: x - 3, y: base), Point(x: x + 3, y: base), Point(x: x, y: tip)])
    path.close()
    canvas.fill(path, with: theme.style(of: role).stroke.color)
  }

  private func showsPoints(_ points: [ChartPoint]) -> Bool {
    points.count <= 12
  }

  private func stretches(of mark: Mark) -> [[Point]] {
    if case .line(let points) = mark.shape { stretches(of: points) } else { [] }
  }

  /// The unbroken pieces of a line on the page, no denser than can be seen.
  private func stretches(of points: [ChartPoint]) -> [[Point]] {
    points.split { !$0.y.isFinite }.map { piece in
      Decimation.reduced(piece.map(frame.position), column: 0.5)
    }
  }

  // MARK: Labels

  private func drawEndLabels(on canvas: some Canvas) -> [Rect] {
    let ends = frame.panel.marks.compactMap { mark -> (Mark, Point, String)? in
      guard case .line(let points) = mark.shape, let label = mark.label,
        let last = points.last(where: { $0.y.isFinite })
      else { return nil }
      var end = frame.position(of: last)
      end.y = min(max(end.y, plot.y), plot.maxY)
      return (mark, end, label)
    }
    let lineHeight = fonts.label.size * 1.3
    let centers = EndLabels.spread(
      ends.map(\.1.y), spacing: lineHeight,
      within: (plot.y + lineHeight / 2)...max(plot.maxY - lineHeight / 2, plot.y + lineHeight / 2))
    let left = plot.maxX + EndLabels.gap
    return zip(ends, centers).map { end, center in
      let (mark, point, label) = end
      let style = theme.style(of: mark.role)
      if abs(center - point.y) > lineHeight / 2 || plot.maxX - point.x > EndLabels.gap {
        canvas.stroke(
          Path(points: [point, Point(x: plot.maxX + 1, y: point.y), Point(x: left - 1, y: center)]),
          with: Stroke(color: style.text.withOpacity(0.5), width: 0.4))
      }
      let font = Font(size: fonts.label.size, weight: style.labelWeight, tabularFigures: true)
      // In a very narrow figure the value gives way to the name.
      let texts = [label, label.split(separator: " ").first.map(String.init) ?? label]
      let fitting = texts.first { canvas.extent(of: $0, in: font).width <= frame.right - left + 0.5 }
      guard let text = fitting else { return Rect(x: left, y: center, width: 0, height: 0) }
      canvas.draw(
        text, at: Point(x: left, y: center + fonts.label.size * 0.36), anchor: .start, font: font,
        color: style.text)
      let width = canvas.extent(of: text, in: font).width
      return Rect(x: left, y: center - lineHeight / 2, width: width, height: lineHeight)
    }
  }
}
