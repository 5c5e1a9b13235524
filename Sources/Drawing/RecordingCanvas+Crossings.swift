extension RecordingCanvas {
  /// The texts that a curve or a rule runs through, for tests of where labels stand.
  ///
  /// Lines of half a point and less lead to labels or guide the eye; they do not count.
  public var crossedTexts: [String] {
    let points = strokes.filter { $0.stroke.width > 0.5 }.flatMap { line in
      RecordingCanvas.points(along: line.path).filter { point in line.clips.allSatisfy { $0.contains(point) }
      }
    }
    return textBoxes.filter { text in
      let box = text.box.inset(left: 0.5, top: 0.5, right: 0.5, bottom: 0.5)
      return points.contains(where: box.contains)
    }.map(\.text)
  }

  /// Points a little apart along a path of straight lines.
  private static func points(along path: Path) -> [Point] {
    var points: [Point] = []
    var last: Point?
    for element in path.elements {
      switch element {
      case .move(let point): last = point
      case .line(let point):
        guard let start = last else { continue }
        let steps = max(1, Int(max(abs(point.x - start.x), abs(point.y - start.y)) / 2))
        for step in 0...min(steps, 1000) {
          let share = Double(step) / Double(min(steps, 1000))
          points.append(
            Point(x: start.x + (point.x - start.x) * share, y: start.y + (point.y - start.y) * share))
        }
        last = point
      case .circle, .rectangle, .close: continue
      }
    }
    return points
  }
}
