import Drawing

/// One reliability diagram.
struct ReliabilityPanel: Sendable {
  let title: String
  /// The expected calibration error.
  let error: Double?
  /// The runs of which the truth knows whether the label holds.
  let count: Int
  let bins: [Confidences.Bin]

  private static let titleFont = Font(size: 9, weight: .semibold)
  private static let font = Font(size: 8, tabularFigures: true)
  private static let levels = [0, 0.25, 0.5, 0.75, 1]

  /// - Parameter isFirst: Whether the panel names the diagonal, for all.
  func draw(in area: Rect, isFirst: Bool, theme: Theme, on canvas: some Canvas) {
    let frame = Frame(plot: area.inset(left: 26, top: 48, right: 8, bottom: 28))
    drawTitle(in: area, theme: theme, on: canvas)
    drawAxes(frame, left: area.x, theme: theme, on: canvas)
    canvas.stroke(
      Path(from: frame.point(0, 0), to: frame.point(1, 1)),
      with: Stroke(color: theme.quietInk, width: 0.8, dash: [2.5, 2]))
    drawBins(frame, theme: theme, on: canvas)
    if isFirst { nameDiagonal(frame, theme: theme, on: canvas) }
  }

  /// Where values lie on the page.
  private struct Frame {
    let plot: Rect
    private let x: Scale
    private let y: Scale

    init(plot: Rect) {
      self.plot = plot
      x = Scale(domain: 0...1, from: plot.x, to: plot.maxX)
      y = Scale(domain: 0...1, from: plot.maxY, to: plot.y)
    }

    func point(_ confidence: Double, _ share: Double) -> Point {
      Point(x: x.position(of: confidence), y: y.position(of: share))
    }
  }

  private func drawTitle(in area: Rect, theme: Theme, on canvas: some Canvas) {
    canvas.draw(
      title, at: Point(x: area.x, y: area.y + 9), anchor: .start, font: Self.titleFont, color: theme.ink)
    let error = error.map { NumberText.fixed($0, decimals: 3) } ?? "not known"
    canvas.draw(
      "ECE \(error), n = \(NumberText.position(Double(count)))", at: Point(x: area.x, y: area.y + 21),
      anchor: .start,
      font: Self.font, color: theme.quietInk)
  }

  private func drawAxes(_ frame: Frame, left: Double, theme: Theme, on canvas: some Canvas) {
    for level in Self.levels {
      let isLabelled = level != 0.25 && level != 0.75
      let start = frame.point(0, level)
      canvas.stroke(
        Path(from: start, to: frame.point(1, level)),
        with: Stroke(color: level == 0 ? theme.quietInk : theme.hairline, width: level == 0 ? 0.6 : 0.5))
      guard isLabelled else { continue }
      let text = NumberText.fixed(level * 100, decimals: 0)
      canvas.draw(
        text, at: Point(x: start.x - 5, y: start.y + 2.9), anchor: .end, font: Self.font,
        color: theme.quietInk)
      let foot = frame.point(level, 0)
      canvas.stroke(
        Path(from: foot, to: Point(x: foot.x, y: foot.y + 3)), with: Stroke(color: theme.quietInk, width: 0.6)
      )
      canvas.draw(
        text, at: Point(x: foot.x, y: foot.y + 13), anchor: .middle, font: Self.font, color: theme.quietInk)
    }
    canvas.draw(
      "runs with the label (%)", at: Point(x: left, y: frame.plot.y - 10), anchor: .start, font: Self.font,
      color: theme.quietInk)
    canvas.draw(
      "confidence (%)", at: Point(x: (frame.plot.x + frame.plot.maxX) / 2, y: frame.plot.maxY + 24),
      anchor: .middle, font: Self.font, color: theme.quietInk)
  }

  private func drawBins(_ frame: Frame, theme: Theme, on canvas: some Canvas) {
    let style = theme.style(of: .training)
    for bin in bins {
      let interval = bin.interval
      canvas.stroke(
        Path(
          from: frame.point(bin.confidence, interval.lowerBound),
          to: frame.point(bin.confidence, interval.upperBound)),
        with: Stroke(color: style.stroke.color.withOpacity(0.45), width: 1.2))
    }
    let points = bins.map { frame.point($0.confidence, $0.share) }
    for (left, right) in zip(bins.indices, bins.indices.dropFirst())
    where bins[left].place + 1 == bins[right].place {
      canvas.stroke(
        Path(from: points[left], to: points[right]), with: Stroke(color: style.stroke.color, width: 1.5))
    }
    for point in points {
      canvas.fill(Path(circleAt: point, radius: 3), with: theme.background)
      canvas.fill(Path(circleAt: point, radius: 2.2), with: style.stroke.color)
    }
  }

  /// Names the diagonal, on the side of it where fewer runs lie.
  private func nameDiagonal(_ frame: Frame, theme: Theme, on canvas: some Canvas) {
    let below = bins.count { $0.confidence > 0.6 && $0.interval.lowerBound < 0.35 }
    let above = bins.count { $0.confidence < 0.4 && $0.interval.upperBound > 0.65 }
    let (name, start) =
      below <= above
      ? (frame.point(0.78, 0.25), frame.point(0.56, 0.54))
      : (frame.point(0.22, 0.75), frame.point(0.44, 0.46))
    let direction = below <= above ? -1.0 : 1
    canvas.stroke(
      Path(from: start, to: Point(x: name.x + 4 * direction, y: name.y + (below <= above ? -8 : 3))),
      with: Stroke(color: theme.quietInk, width: 0.4))
    canvas.draw("ideal", at: name, anchor: .middle, font: Self.font, color: theme.quietInk)
  }
}

extension Confidences.Bin {
  /// Where the share lies with a probability of 95 % (Wilson 1927).
  var interval: ClosedRange<Double> {
    let deviates = 1.96
    let runs = Double(count)
    let square = deviates * deviates
    let center = (share + square / (2 * runs)) / (1 + square / runs)
    let variance = share * (1 - share) / runs + square / (4 * runs * runs)
    let half = deviates * variance.squareRoot() / (1 + square / runs)
    return max(center - half, 0)...min(center + half, 1)
  }
}
