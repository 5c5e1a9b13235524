/// An outline made of straight lines, circles and rectangles.
public struct Path: Sendable, Hashable {
  public enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case circle(center: Point, radius: Double)
    case rectangle(Rect)
    case close
  }

  public private(set) var elements: [Element] = []

  public init() {}

  /// A path through points, joined by straight lines.
  public init(points: some Sequence<Point>) {
    for point in points { elements.append(elements.isEmpty ? .move(point) : .line(point)) }
  }

  public init(from start: Point, to end: Point) {
    elements = [.move(start), .line(end)]
  }

  public init(circleAt center: Point, radius: Double) {
    elements = [.circle(center: center, radius: radius)]
  }

  public init(_ rectangle: Rect) {
    elements = [.rectangle(rectangle)]
  }

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func close() { elements.append(.close) }
  public mutating func append(_ element: Element) { elements.append(element) }
}

/// How the line along a path is drawn.
public struct Stroke: Sendable, Hashable {
  public var color: Color
  /// The line's width in points.
  public var width: Double
  /// Lengths of drawn and left-out pieces in turn, in points; empty for an unbroken line.
  public var dash: [Double]

  public init(color: Color, width: Double, dash: [Double] = []) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}
