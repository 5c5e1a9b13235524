/// Finds the place where a label covers least: each possible place has a cost, the cheapest wins.
struct LabelPlacement {
  /// A place that a label may take.
  struct Candidate {
    var box: Rect
    /// What the place costs even if it is free, for places further from what they explain.
    var cost: Double
  }

  /// Where labels may be.
  let area: Rect
  private var ink: [Point] = []
  private var taken: [Rect] = []
  private var marks: [Rect] = []

  init(area: Rect) {
    self.area = area
  }

  /// Adds a line that labels should not cover.
  mutating func avoid(line points: [Point]) {
    let spacing = 2.5
    for (start, end) in zip(points, points.dropFirst()) {
      guard start.isDrawable || end.isDrawable else { continue }
      let length = max(abs(end.x - start.x), abs(end.y - start.y))
      guard length.isFinite else { continue }
      let steps = max(1, Int(min(length / spacing, 400)))
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        ink.append(
          Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
      }
    }
    if let last = points.last { ink.append(last) }
  }

  /// Adds a drawn mark that labels must not touch, but may stand right beside.
  mutating func avoid(mark box: Rect) {
    marks.append(box)
  }

  /// Adds another label, from which labels keep apart.
  mutating func avoid(_ box: Rect) {
    taken.append(box)
  }

  /// The cheapest candidate, and whether it covers a line; `nil` when every place would cover another
  /// label or leave the area.
  func cheapest(of candidates: [Candidate]) -> (box: Rect, coversInk: Bool)? {
    var best: (box: Rect, cost: Double, covered: Int)?
    for candidate in candidates {
      let box = candidate.box
      guard box.x >= area.x - 0.01, box.maxX <= area.maxX + 0.01, box.y >= area.y - 0.01,
        box.maxY <= area.maxY + 0.01
      else { continue }
      let margin = box.inset(left: -2.5, top: -1.5, right: -2.5, bottom: -1.5)
      // Two labels side by side would read as one sentence.
      let apart = box.inset(left: -14, top: -1.5, right: -14, bottom: -1.5)
      if taken.contains(where: apart.overlaps) || marks.contains(where: margin.overlaps) { continue }
      if let best, best.cost <= candidate.cost { continue }
      let covered = ink.count { margin.contains($0) }
      let cost = candidate.cost + Double(covered) * 8
      if best.map({ cost < $0.cost }) ?? true { best = (box, cost, covered) }
    }
    return best.map { ($0.box, $0.covered > 0) }
  }
}
