/// Writes the labels of a panel's marks where they cover least.
struct AnnotationPainter {
  let frame: ChartLayout.PanelFrame
  let theme: Theme

  private var plot: Rect { frame.plot }
  private var fonts: ChartFonts { frame.fonts }

  /// - Parameters:
  ///   - boxes: Where labels stand already.
  ///   - lines: The lines of the panel on the page.
  func draw(avoiding boxes: [Rect], lines: [[Point]], on canvas: some Canvas) {
    var placement = LabelPlacement(
      area: plot.inset(left: 2, top: 1, right: 1, bottom: 2), margin: frame.right - plot.maxX)
    for box in boxes { placement.avoid(box) }
    for line in lines { placement.avoid(line: line) }
    for mark in frame.panel.marks { avoid(mark, in: &placement) }
    // Those that matter most choose their place first.
    var hasAnomaly = false
    for mark in frame.panel.marks.sorted(by: { rank(of: $0.role) < rank(of: $1.role) }) {
      guard let text = mark.label, let label = label(text, of: mark, in: placement, on: canvas) else {
        continue
      }
      if label.place.coversInk, isDispensable(mark.role, hasAnomaly: hasAnomaly) { continue }
      if mark.role == .anomaly { hasAnomaly = true }
      placement.take(label.place)
      draw(label, style: theme.style(of: mark.role), on: canvas)
    }
  }

  /// A label in the form and at the place that were chosen for it.
  private struct PlacedLabel {
    let form: LabelForm
    let place: LabelPlacement.Place
    var cost: Double { form.cost + place.cost }
  }

  /// Whether a label is not worth covering a line: the caption explains the shading, a figure without room can do without
  /// the level of guessing, and of several values beyond the axis one says enough.
  private func isDispensable(_ role: Mark.Role, hasAnomaly: Bool) -> Bool {
    role == .evidence || role == .chance || role == .anomaly && hasAnomaly
  }

  private func avoid(_ mark: Mark, in placement: inout LabelPlacement) {
    switch mark.shape {
    case .verticalRule(let x):
      let x = frame.x.position(of: x)
      placement.avoid(rule: Point(x: x, y: plot.y), Point(x: x, y: plot.maxY))
    case .horizontalRule(let y):
      let y = frame.y.position(of: y)
      placement.avoid(rule: Point(x: plot.x, y: y), Point(x: plot.maxX, y: y))
    case .dot(let point):
      let center = frame.position(of: point)
      placement.avoid(mark: Rect(x: center.x - 3, y: center.y - 3, width: 6, height: 6))
    case .atEdge(let edge, let x):
      let top = edge == .upper ? plot.y : plot.maxY - 5
      placement.avoid(mark: Rect(x: frame.x.position(of: x) - 3, y: top, width: 6, height: 5))
    case .line, .band:
      break
    }
  }

  private func font(of role: Mark.Role) -> Font {
    Font(size: fonts.label.size, weight: theme.style(of: role).labelWeight)
  }

  private var leading: Double { fonts.label.size * 1.25 }

  /// The label that covers nothing and costs least; otherwise the one that covers least.
  private func label(
    _ text: String, of mark: Mark, in placement: LabelPlacement, on canvas: some Canvas
  ) -> PlacedLabel? {
    let font = font(of: mark.role)
    let isUpright = if case .horizontalRule = mark.shape { false } else { true }
    let labels = LabelForm.all(of: text, isFoldable: isUpright).compactMap { form -> PlacedLabel? in
      let size = Size(
        width: form.lines.map { canvas.extent(of: $0, in: font).width }.max() ?? 0,
        height: leading * Double(form.lines.count))
      let candidates = LabelCandidates(frame: frame).places(for: mark, size: size)
      return placement.cheapest(of: candidates).map { PlacedLabel(form: form, place: $0) }
    }
    return labels.filter { !$0.place.coversInk }.min { $0.cost < $1.cost } ?? labels.min { $0.cost < $1.cost }
  }

  private func draw(_ label: PlacedLabel, style: Theme.MarkStyle, on canvas: some Canvas) {
    let place = label.place
    if place.coversInk {
      canvas.fill(
        Path(place.box.inset(left: -1.5, top: 0, right: -1.5, bottom: 0)),
        with: theme.background.withOpacity(0.8))
    }
    if let leader = place.leader {
      canvas.stroke(
        Path(from: leader.start, to: Point(x: leader.end, y: leader.start.y)),
        with: Stroke(color: style.stroke.color, width: 0.5))
      canvas.fill(Path(circleAt: leader.start, radius: 1.3), with: style.stroke.color)
    }
    let font = Font(size: fonts.label.size, weight: style.labelWeight)
    for (index, line) in label.form.lines.enumerated() {
      let y = place.box.y + leading * (Double(index) + 0.5) + fonts.label.size * 0.36
      canvas.draw(line, at: Point(x: place.box.x, y: y), anchor: .start, font: font, color: style.text)
    }
  }

  private func rank(of role: Mark.Role) -> Int {
    let order: [Mark.Role] = [.bestEpoch, .onset, .anomaly, .chance, .evidence]
    return order.firstIndex(of: role) ?? order.count
  }
}
