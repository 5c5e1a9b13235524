/// Finds the place where a label covers least: each possible place has a cost, the cheapest wins.
struct LabelPlacement {
  /// A place that a label may take.
  struct Candidate {
    var box: Rect
    /// What the place costs even if it is free, for places further from what they explain.
    var cost: Double
    /// A level line that leads to the label from what it explains, where the two stand apart.
    var leader: Leader?
  }

  /// A level line to a label that stands apart from its mark.
  struct Leader {
    /// The place of the mark.
    var start: Point
    /// Where the line ends, at the label.
    var end: Double

    /// The room of the line; the mark itself is at its start.
    fileprivate var box: Rect {
      let (left, right) = start.x < end ? (start.x + 2, end) : (end, start.x - 2)
      return Rect(x: left, y: start.y - 1.5, width: max(right - left, 0), height: 3)
    }
  }

  /// A candidate that was chosen.
  struct Place {
    var box: Rect
    var leader: Leader?
    /// Whether the label covers a line.
    var coversInk: Bool
    /// What it costs to stand there, with what it covers.
    var cost: Double
  }

  /// Where labels may be.
  private let area: Rect
  /// The area with the margin at its right.
  private let widerArea: Rect
  private var curves = InkMap()
  private var rules = InkMap()
  private var taken: [Rect] = []
  private var marks: [Rect] = []

  /// - Parameters:
  ///   - area: Where labels should be.
  ///   - margin: How far they may reach beyond the area's right edge where there is no other room.
  init(area: Rect, margin: Double) {
    self.area = area
    widerArea = area.inset(right: -margin)
  }

  /// What it costs to reach into the margin.
  private static let marginCost = 7.0
  /// What it costs to cross a curve with the line that leads to a label.
  private static let crossingCost = 10.0

  /// Adds a curve, which labels should not cover; a line that leads to a label had better not cross it.
  mutating func avoid(line points: [Point]) {
    curves.add(line: points)
  }

  /// Adds a straight rule, which labels should not cover; a line that leads to a label may cross it.
  mutating func avoid(rule start: Point, _ end: Point) {
    rules.add(line: [start, end])
  }

  /// Adds a drawn mark that labels must not touch, but may stand right beside.
  mutating func avoid(mark box: Rect) {
    marks.append(box)
  }

  /// Adds another label, from which labels keep apart.
  mutating func avoid(_ box: Rect) {
    taken.append(box)
  }

  /// Adds a label that was given its place.
  mutating func take(_ place: Place) {
    taken.append(place.box)
    if let leader = place.leader { marks.append(leader.box) }
  }

  /// The cheapest candidate; `nil` when every place would cover another label or leave the area.
  func cheapest(of candidates: [Candidate]) -> Place? {
    var best: Place?
    for candidate in candidates.sorted(by: { $0.cost < $1.cost }) {
      if let best, best.cost <= candidate.cost { break }
      let box = candidate.box
      guard widerArea.contains(box, tolerance: 0.01) else { continue }
      let margin = box.inset(left: -2.5, top: -1.5, right: -2.5, bottom: -1.5)
      // Two labels side by side would read as one sentence.
      let apart = box.inset(left: -14, top: -1.5, right: -14, bottom: -1.5)
      if taken.contains(where: apart.overlaps) || marks.contains(where: margin.overlaps) { continue }
      var extra = area.contains(box, tolerance: 0.01) ? 0 : LabelPlacement.marginCost
      if let leader = candidate.leader?.box {
        if taken.contains(where: leader.overlaps) || marks.contains(where: leader.overlaps) { continue }
        if curves.count(in: leader) > 0 { extra += LabelPlacement.crossingCost }
      }
      let covered = curves.count(in: margin) + rules.count(in: margin)
      let cost = candidate.cost + extra + Double(covered) * 8
      if best.map({ cost < $0.cost }) ?? true {
        best = Place(box: box, leader: candidate.leader, coversInk: covered > 0, cost: cost)
      }
    }
    return best
  }
}
