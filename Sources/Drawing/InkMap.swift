/// Where lines run on a page, as points that can be counted in a rectangle.
struct InkMap {
  /// The distance between the points of a line.
  private static let spacing = 2.5
  /// The width of the columns that points are kept in.
  private static let column = 8.0

  private var columns: [Int: [Point]] = [:]

  /// Adds a line; what lies out of a canvas's reach is left out.
  mutating func add(line points: [Point]) {
    for (start, end) in zip(points, points.dropFirst()) {
      guard start.isDrawable || end.isDrawable else { continue }
      let length = max(abs(end.x - start.x), abs(end.y - start.y))
      guard length.isFinite else { continue }
      let steps = max(1, Int(min(length / InkMap.spacing, 400)))
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        add(Point(x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share))
      }
    }
    if let last = points.last { add(last) }
  }

  private mutating func add(_ point: Point) {
    guard point.isDrawable else { return }
    columns[InkMap.column(of: point.x), default: []].append(point)
  }

  /// How many points lie in a rectangle.
  func count(in box: Rect) -> Int {
    let first = InkMap.column(of: box.x)
    let last = InkMap.column(of: box.maxX)
    return (first...max(first, last)).reduce(0) { count, column in
      count + (columns[column]?.count { box.contains($0) } ?? 0)
    }
  }

  private static func column(of x: Double) -> Int { Int((x / column).rounded(.down)) }
}
