import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws on a canvas in coordinates of its own: those of a face, whose head reaches about 1 from the origin.
struct Brush<Surface: Canvas> {
  let canvas: Surface
  let pose: Pose

  func fill(_ outline: [Point], _ color: Color) {
    var path = Path(points: outline.map(pose.place))
    path.close()
    canvas.fill(path, with: color)
  }

  /// - Parameter width: In units of the face.
  func stroke(_ line: [Point], _ color: Color, width: Double, isClosed: Bool = false) {
    var path = Path(points: line.map(pose.place))
    if isClosed { path.close() }
    canvas.stroke(path, with: Stroke(color: color, width: width * pose.scale))
  }
}

/// Where a face is on the picture, how large, and how it is turned.
struct Pose: Hashable {
  /// The place of the face's origin, in points.
  var center: Point
  /// How many points a unit of the face is.
  var scale: Double
  /// In radians, clockwise.
  var turn: Double = 0
  var isMirrored = false

  func place(_ point: Point) -> Point {
    let x = (isMirrored ? -point.x : point.x) * scale
    let y = point.y * scale
    return Point(x: center.x + x * cos(turn) - y * sin(turn), y: center.y + x * sin(turn) + y * cos(turn))
  }
}
