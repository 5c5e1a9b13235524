extension Path {
  /// The largest coordinate that a canvas draws, in points; about 35 metres.
  public static let farthest = 100_000.0

  /// The path as a canvas can draw it: gaps where a coordinate is not a finite number, and no coordinate
  /// farther out than ``farthest``.
  ///
  /// Outputs hold coordinates in fixed point or as short decimals; neither has room for `nan` or `1e300`.
  public var drawable: Path {
    guard !elements.allSatisfy(\.isDrawable) else { return self }
    var path = Path()
    var isBroken = false
    for element in elements {
      guard let element = element.bounded else {
        isBroken = true
        continue
      }
      switch element {
      case .line(let point) where isBroken: path.append(.move(point))
      case .close where isBroken: continue
      default: path.append(element)
      }
      isBroken = false
    }
    return path
  }
}

extension Point {
  /// Whether a canvas can draw at the point: its coordinates are finite and within reach.
  public var isDrawable: Bool { abs(x) <= Path.farthest && abs(y) <= Path.farthest }
}

extension Font {
  /// The largest size that a canvas sets text in, in points; the height of the largest PDF page.
  public static let largest = 14_400.0

  /// Whether a canvas can set text in the font: its size is positive and not above ``largest``.
  public var isDrawable: Bool { size > 0 && size <= Font.largest }
}

extension Stroke {
  /// The stroke as a canvas can draw it, or nothing if its width is not positive or out of reach.
  ///
  /// A dash with a length that is negative, out of reach or not a number, or without any length, is unbroken.
  public var drawable: Stroke? {
    guard width > 0, width <= Path.farthest else { return nil }
    let isDashed = dash.allSatisfy { $0 >= 0 && $0 <= Path.farthest } && dash.contains { $0 > 0 }
    return Stroke(color: color, width: width, dash: isDashed ? dash : [])
  }
}

extension Path.Element {
  fileprivate var isDrawable: Bool {
    everyCoordinate { abs($0) <= Path.farthest }
  }

  /// The element with its coordinates kept within reach, or nothing if one is not a finite number.
  fileprivate var bounded: Path.Element? {
    guard everyCoordinate(\.isFinite) else { return nil }
    func bound(_ value: Double) -> Double { min(max(value, -Path.farthest), Path.farthest) }
    func bound(_ point: Point) -> Point { Point(x: bound(point.x), y: bound(point.y)) }
    switch self {
    case .move(let point): return .move(bound(point))
    case .line(let point): return .line(bound(point))
    case .circle(let center, let radius): return .circle(center: bound(center), radius: bound(radius))
    case .rectangle(let rectangle):
      let x = bound(rectangle.x)
      let y = bound(rectangle.y)
      return .rectangle(
        Rect(x: x, y: y, width: bound(rectangle.maxX) - x, height: bound(rectangle.maxY) - y))
    case .close: return .close
    }
  }

  private func everyCoordinate(_ holds: (Double) -> Bool) -> Bool {
    switch self {
    case .move(let point), .line(let point): holds(point.x) && holds(point.y)
    case .circle(let center, let radius): holds(center.x) && holds(center.y) && holds(radius)
    case .rectangle(let rectangle):
      holds(rectangle.x) && holds(rectangle.y) && holds(rectangle.maxX) && holds(rectangle.maxY)
    case .close: true
    }
  }
}
