/// Writes the labels of a panel's marks where they cover least.
struct AnnotationPainter {
  let frame: ChartLayout.PanelFrame
  let fonts: ChartFonts
  let theme: Theme

  private var plot: Rect { frame.plot }

  /// - Parameters:
  ///   - boxes: Where labels stand already.
  ///   - lines: The lines of the panel on the page.
  func draw(avoiding boxes: [Rect], lines: [[Point]], on canvas: some Canvas) {
    var placement = LabelPlacement(area: plot.inset(left: 2, top: 1, right: 1, bottom: 2))
    for box in boxes { placement.avoid(box) }
    for line in lines { placement.avoid(line: line) }
    for mark in frame.panel.marks {
      switch mark.shape {
      case .verticalRule(let x):
        let x = frame.x.position(of: x)
        placement.avoid(line: [Point(x: x, y: plot.y), Point(x: x, y: plot.maxY)])
      case .horizontalRule(let y):
        let y = frame.y.position(of: y)
        placement.avoid(line: [Point(x: plot.x, y: y), Point(x: plot.maxX, y: y)])
      case .dot(let point):
        let center = position(of: point)
        placement.avoid(mark: Rect(x: center.x - 3, y: center.y - 3, width: 6, height: 6))
      case .atEdge(let edge, let x):
        let top = edge == .upper ? plot.y : plot.maxY - 5
        placement.avoid(mark: Rect(x: frame.x.position(of: x) - 3, y: top, width: 6, height: 5))
      case .line, .band:
        break
      }
    }
    // Those that matter most choose their place first.
    for mark in frame.panel.marks.sorted(by: { rank(of: $0.role) < rank(of: $1.role) }) {
      guard let label = mark.label else { continue }
      if case .line = mark.shape { continue }
      annotate(mark, label, placement: &placement, on: canvas)
    }
  }

  private func annotate(
    _ mark: Mark, _ label: String, placement: inout LabelPlacement, on canvas: some Canvas
  ) {
    let style = theme.style(of: mark.role)
    let font = Font(size: fonts.label.size, weight: style.labelWeight)
    let leading = fonts.label.size * 1.25
    func cheapestPlace(for lines: [String]) -> (lines: [String], box: Rect, coversInk: Bool)? {
      let size = Size(
        width: lines.map { canvas.extent(of: $0, in: font).width }.max() ?? 0,
        height: leading * Double(lines.count))
      return placement.cheapest(of: candidates(for: mark, size: size)).map { (lines, $0.box, $0.coversInk) }
    }
    let lines = label.split(separator: "\n").map(String.init)
    // Where the whole label would cover a line, its first line alone may find a free place.
    let places = [lines, Array(lines.prefix(1))].compactMap(cheapestPlace)
    guard let place = places.first(where: { !$0.coversInk }) ?? places.first else { return }
    // The shading explains itself in the caption; its label is not worth covering a line.
    if place.coversInk, mark.role == .evidence { return }
    placement.avoid(place.box)
    if place.coversInk {
      canvas.fill(
        Path(place.box.inset(left: -1.5, top: 0, right: -1.5, bottom: 0)),
        with: theme.background.withOpacity(0.8))
    }
    for (index, line) in place.lines.enumerated() {
      let y = place.box.y + leading * (Double(index) + 0.5) + fonts.label.size * 0.36
      canvas.draw(line, at: Point(x: place.box.x, y: y), anchor: .start, font: font, color: style.text)
    }
  }

  /// The places that a mark's label may take, the preferred ones cheaper.
  private func candidates(for mark: Mark, size: Size) -> [LabelPlacement.Candidate] {
    let rows = stride(from: plot.y + 2, through: plot.maxY - size.height - 2, by: 4)
    func box(_ x: Double, _ y: Double) -> Rect {
      Rect(x: x, y: y, width: size.width, height: size.height)
    }
    switch mark.shape {
    case .verticalRule(let value):
      let x = frame.x.position(of: value)
      return rows.flatMap { y in
        let depth = (y - plot.y) / plot.height
        return [
          LabelPlacement.Candidate(box: box(x + 4.5, y), cost: depth * 6),
          LabelPlacement.Candidate(box: box(x - 4.5 - size.width, y), cost: depth * 6 + 1),
        ]
      }
    case .dot(let point):
      let center = position(of: point)
      return [14.0, 22, 32, 44].flatMap { distance -> [LabelPlacement.Candidate] in
        [-1.0, 1].flatMap { side in
          [0.0, -0.5, -1].map { shift in
            LabelPlacement.Candidate(
              box: box(center.x + size.width * shift, center.y + side * distance - size.height / 2),
              cost: distance / 4)
          }
        }
      }
    case .band(let range):
      let left = max(frame.x.position(of: range.lowerBound), plot.x)
      let right = min(frame.x.position(of: range.upperBound), plot.maxX)
      let x = min((left + right - size.width) / 2, plot.maxX - size.width - 2)
      return rows.map { y in
        LabelPlacement.Candidate(box: box(max(x, plot.x + 3), y), cost: (y - plot.y) / plot.height * 4)
      }
    case .horizontalRule(let value):
      let y = frame.y.position(of: value)
      return stride(from: plot.x + 3, through: plot.maxX - size.width - 3, by: 8).flatMap { x in
        let distance = (plot.maxX - x) / plot.width
        return [
          LabelPlacement.Candidate(box: box(x, y - size.height - 1.5), cost: distance * 3),
          LabelPlacement.Candidate(box: box(x, y + 2.5), cost: distance * 3 + 2),
        ]
      }
    case .atEdge(let edge, let value):
      let x = frame.x.position(of: value)
      return stride(from: 0, through: plot.height - size.height - 3, by: 8).flatMap { depth in
        let y = edge == .upper ? plot.y + 1 + depth : plot.maxY - 2 - depth - size.height
        return [
          LabelPlacement.Candidate(box: box(x + 6, y), cost: depth),
          LabelPlacement.Candidate(box: box(x - 6 - size.width, y), cost: depth + 1),
        ]
      }
    case .line:
      return []
    }
  }

  private func position(of point: ChartPoint) -> Point {
    Point(x: frame.x.position(of: point.x), y: frame.y.position(of: point.y))
  }

  private func rank(of role: Mark.Role) -> Int {
    let order: [Mark.Role] = [.bestEpoch, .onset, .anomaly, .chance, .evidence]
    return order.firstIndex(of: role) ?? order.count
  }
}
