import Drawing

/// The element that draws a path: a circle, a rectangle or a path.
struct SVGShape {
  let name: String
  /// The attributes that say where it is.
  let geometry: String

  /// The shape of a drawable path, or nothing if the path is empty.
  init?(_ path: Path) {
    guard let first = path.elements.first else { return nil }
    switch first {
    case .circle(let center, let radius) where path.elements.count == 1:
      name = "circle"
      geometry =
        "cx=\"\(SVGNumber.text(center.x))\" cy=\"\(SVGNumber.text(center.y))\" "
        + "r=\"\(SVGNumber.text(max(radius, 0)))\""
    case .rectangle(let rectangle) where path.elements.count == 1:
      name = "rect"
      geometry = Self.attributes(of: rectangle)
    default:
      name = "path"
      geometry = "d=\"\(Self.data(of: path))\""
    }
  }

  /// The attributes of a rectangle; SVG allows no negative width or height.
  static func attributes(of rectangle: Rect) -> String {
    let x = min(rectangle.x, rectangle.maxX)
    let y = min(rectangle.y, rectangle.maxY)
    return "x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\" "
      + "width=\"\(SVGNumber.text(abs(rectangle.width)))\" height=\"\(SVGNumber.text(abs(rectangle.height)))\""
  }

  private static func data(of path: Path) -> String {
    var data = ""
    // Further points of a line need no letter of their own.
    var isInLine = false
    for element in path.elements {
      switch element {
      case .move(let point):
        data += "M" + pair(point)
        isInLine = true
      case .line(let point):
        // A path must begin with a move; Cairo takes a line without one for a move.
        data += data.isEmpty ? "M" : isInLine ? " " : "L"
        data += pair(point)
        isInLine = true
      case .circle(let center, let radius):
        let radius = max(radius, 0)
        let left = pair(Point(x: center.x - radius, y: center.y))
        let right = pair(Point(x: center.x + radius, y: center.y))
        let arc = "A" + pair(Point(x: radius, y: radius)) + " 0 1 1 "
        data += "M" + left + arc + right + arc + left + "Z"
        isInLine = false
      case .rectangle(let rectangle):
        data += "M" + pair(Point(x: rectangle.x, y: rectangle.y))
        data += "H\(SVGNumber.text(rectangle.maxX))V\(SVGNumber.text(rectangle.maxY))"
        data += "H\(SVGNumber.text(rectangle.x))Z"
        isInLine = false
      case .close:
        if !data.isEmpty { data += "Z" }
        isInLine = false
      }
    }
    return data
  }

  private static func pair(_ point: Point) -> String {
    "\(SVGNumber.text(point.x)) \(SVGNumber.text(point.y))"
  }
}
