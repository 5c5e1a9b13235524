import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Curves as the points of a polygon, near enough to each other for a small picture.
enum Outline {
  static func ellipse(
    x: Double, y: Double, width: Double, height: Double, turn: Double = 0
  ) -> [Point] {
    polar { _ in 1 }.map { point in
      let (u, v) = (point.x * width / 2, point.y * height / 2)
      return Point(x: x + u * cos(turn) - v * sin(turn), y: y + u * sin(turn) + v * cos(turn))
    }
  }

  /// A closed curve around the origin by its distance in every direction; 0 is to the right, a quarter turn down.
  static func polar(count: Int = 40, _ radius: (Double) -> Double) -> [Point] {
    (0..<count).map { index in
      let angle = Double(index) / Double(count) * 2 * .pi
      let radius = radius(angle)
      return Point(x: radius * cos(angle), y: radius * sin(angle))
    }
  }

  /// A smooth curve through points (Catmull and Rom 1974).
  static func smooth(_ points: [Point], isClosed: Bool = true, steps: Int = 6) -> [Point] {
    guard points.count > 2 else { return points }
    func point(_ index: Int) -> Point {
      isClosed
        ? points[(index + points.count) % points.count] : points[min(max(index, 0), points.count - 1)]
    }
    func mix(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
      let linear = (c - a) * t
      let square = (2 * a - 5 * b + 4 * c - d) * t * t
      let cube = (3 * b - a - 3 * c + d) * t * t * t
      return b + (linear + square + cube) / 2
    }
    let segments = isClosed ? points.count : points.count - 1
    let curve = (0..<segments).flatMap { index in
      (0..<steps).map { step in
        let (a, b, c, d) = (point(index - 1), point(index), point(index + 1), point(index + 2))
        let t = Double(step) / Double(steps)
        return Point(x: mix(a.x, b.x, c.x, d.x, t), y: mix(a.y, b.y, c.y, d.y, t))
      }
    }
    return isClosed ? curve : curve + points.suffix(1)
  }
}
