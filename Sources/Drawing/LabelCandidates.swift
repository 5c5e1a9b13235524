/// The places that the label of a mark may take in a panel, the preferred ones cheaper.
struct LabelCandidates {
  let frame: ChartLayout.PanelFrame

  private var plot: Rect { frame.plot }

  /// The distance of a label from the rule that it stands beside.
  private static let gap = 4.5
  /// How far a label stands from its rule at most, with a line that leads there.
  private static let farthest = 90.0

  func places(for mark: Mark, size: Size) -> [LabelPlacement.Candidate] {
    switch mark.shape {
    case .verticalRule(let value): beside(ruleAt: frame.x.position(of: value), size)
    case .dot(let point): around(frame.position(of: point), size)
    case .band(let range): within(range, size)
    case .horizontalRule(let value): along(ruleAt: frame.y.position(of: value), size)
    case .atEdge(let edge, let value): beside(edge, at: frame.x.position(of: value), size)
    case .line: []
    }
  }

  private func box(_ x: Double, _ y: Double, _ size: Size) -> Rect {
    Rect(x: x, y: y, width: size.width, height: size.height)
  }

  /// Right beside a rule at any height; farther off, such as behind a rule nearby, with a line that leads there.
  private func beside(ruleAt x: Double, _ size: Size) -> [LabelPlacement.Candidate] {
    let others = frame.panel.marks.compactMap { mark -> Double? in
      guard case .verticalRule(let value) = mark.shape else { return nil }
      return frame.x.position(of: value) - x
    }
    let distances = [16, 32] + others.map(abs).filter { $0 > 0 && $0 < LabelCandidates.farthest }
    return stride(from: plot.y + 2, through: plot.maxY - size.height - 2, by: 4).flatMap { y in
      let depth = (y - plot.y) / plot.height * 6
      let near = [
        LabelPlacement.Candidate(box: box(x + LabelCandidates.gap, y, size), cost: depth),
        LabelPlacement.Candidate(box: box(x - LabelCandidates.gap - size.width, y, size), cost: depth + 1),
      ]
      let apart = distances.flatMap { distance -> [LabelPlacement.Candidate] in
        let reach = distance + LabelCandidates.gap
        let cost = depth + 8 + distance / 8
        // The line meets the first line of the label.
        let start = Point(x: x, y: y + min(size.height, frame.fonts.label.size * 1.25) / 2)
        return [
          LabelPlacement.Candidate(
            box: box(x + reach, y, size), cost: cost,
            leader: LabelPlacement.Leader(start: start, end: x + reach - 2)),
          LabelPlacement.Candidate(
            box: box(x - reach - size.width, y, size), cost: cost + 1,
            leader: LabelPlacement.Leader(start: start, end: x - reach + 2)),
        ]
      }
      return near + apart
    }
  }

  private func around(_ center: Point, _ size: Size) -> [LabelPlacement.Candidate] {
    var places: [LabelPlacement.Candidate] = []
    for distance in [14.0, 22, 32, 44] {
      for y in [center.y - distance, center.y + distance] {
        for shift in [0.0, -0.5, -1] {
          let box = box(center.x + size.width * shift, y - size.height / 2, size)
          places.append(LabelPlacement.Candidate(box: box, cost: distance / 4))
        }
      }
    }
    return places
  }

  /// Within a stretch that is wide enough; the label of another would name what lies beside it.
  private func within(_ range: ClosedRange<Double>, _ size: Size) -> [LabelPlacement.Candidate] {
    let left = max(frame.x.position(of: range.lowerBound), plot.x)
    let right = min(frame.x.position(of: range.upperBound), plot.maxX)
    guard right - left >= size.width + 6 else { return [] }
    let x = (left + right - size.width) / 2
    return stride(from: plot.y + 2, through: plot.maxY - size.height - 2, by: 4).map { y in
      LabelPlacement.Candidate(box: box(x, y, size), cost: (y - plot.y) / plot.height * 4)
    }
  }

  private func along(ruleAt y: Double, _ size: Size) -> [LabelPlacement.Candidate] {
    stride(from: plot.x + 3, through: plot.maxX - size.width - 3, by: 8).flatMap { x in
      let distance = (plot.maxX - x) / plot.width * 3
      return [
        LabelPlacement.Candidate(box: box(x, y - size.height - 1.5, size), cost: distance),
        LabelPlacement.Candidate(box: box(x, y + 2.5, size), cost: distance + 2),
      ]
    }
  }

  /// Beside a mark at an edge or, where lines rise to it, beside them.
  private func beside(_ edge: Mark.Edge, at x: Double, _ size: Size) -> [LabelPlacement.Candidate] {
    stride(from: 0, through: plot.height - size.height - 3, by: 8).flatMap { depth in
      let y = edge == .upper ? plot.y + 1 + depth : plot.maxY - 2 - depth - size.height
      return [6.0, 12, 18, 26, 34].flatMap { distance -> [LabelPlacement.Candidate] in
        let cost = depth / 2 + distance / 3
        return [
          LabelPlacement.Candidate(box: box(x + distance, y, size), cost: cost),
          LabelPlacement.Candidate(box: box(x - distance - size.width, y, size), cost: cost + 1),
        ]
      }
    }
  }
}
