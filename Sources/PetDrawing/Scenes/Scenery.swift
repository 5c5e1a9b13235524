import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws what is behind a pet: a gradient, shapes and a texture of any colours.
struct Scenery<Surface: Canvas> {
  let canvas: Surface

  private var size: Size { canvas.size }
  /// A length that grows with the picture, from that of a picture of 64 points.
  private var unit: Double { min(size.width, size.height) / 64 }

  func draw(_ random: inout Randomness) {
    drawGradient(&random)
    for _ in 0..<random.number(in: 2...6) { drawShape(&random) }
    if random.happens(0.6) { drawTexture(&random) }
    for _ in 0..<random.number(in: 0...2) { drawShape(&random) }
  }

  /// Bands across the picture, one colour fading into another.
  private func drawGradient(_ random: inout Randomness) {
    let (start, end) = (Color.backdrop(&random), Color.backdrop(&random))
    let slope = Slope(size: size, turn: random.number(in: 0...2 * .pi))
    for step in 0..<slope.stepCount {
      canvas.fill(slope.part(from: step), with: start.mixed(end, slope.share(of: step)))
    }
  }

  private func anywhere(_ random: inout Randomness) -> Point {
    Point(x: random.number(in: 0...size.width), y: random.number(in: 0...size.height))
  }

  /// One thing of no meaning: round, angular or bent.
  func drawShape(_ random: inout Randomness) {
    let pose = Pose(
      center: anywhere(&random), scale: unit * random.number(in: 4...16), turn: random.number(in: 0...2 * .pi)
    )
    let brush = Brush(canvas: canvas, pose: pose)
    let color = Color.backdrop(&random).withOpacity(random.number(in: 0.5...1))
    switch random.number(in: 0...4) {
    case 0: brush.fill(Outline.ellipse(x: 0, y: 0, width: 2, height: random.number(in: 0.7...2)), color)
    case 1:
      let height = random.number(in: 0.3...1)
      brush.fill([(-1.2, -height), (1.2, -height), (1.2, height), (-1.2, height)].map(Point.init), color)
    case 2:
      // A triangle like an ear.
      let tip = Point(x: random.number(in: -0.6...0.6), y: -1.2)
      brush.fill([Point(x: -0.9, y: 0.8), tip, Point(x: 0.9, y: 0.8)], color)
    case 3:
      let blob = (0..<6).map { corner -> Point in
        let angle = Double(corner) / 6 * 2 * .pi
        let radius = random.number(in: 0.5...1.3)
        return Point(x: radius * cos(angle), y: radius * sin(angle))
      }
      brush.fill(Outline.smooth(blob), color)
    default:
      let line = (0..<4).map { Point(x: Double($0) - 1.5, y: random.deviation(0.5)) }
      brush.stroke(Outline.smooth(line, isClosed: false), color, width: random.number(in: 0.1...0.5))
    }
  }

  /// Lines or dots all over the picture.
  private func drawTexture(_ random: inout Randomness) {
    let color = Color.backdrop(&random).withOpacity(random.number(in: 0.15...0.5))
    let distance = unit * random.number(in: 4...10)
    let pose = Pose(
      center: Point(x: size.width / 2, y: size.height / 2), scale: 1, turn: random.number(in: 0...(.pi)))
    let reach = (size.width + size.height) / 2
    let positions = Array(stride(from: -reach, through: reach, by: distance))
    var path = Path()
    if random.happens(0.5) {
      for position in positions {
        path.move(to: pose.place(Point(x: position, y: -reach)))
        path.line(to: pose.place(Point(x: position, y: reach)))
      }
      canvas.stroke(path, with: Stroke(color: color, width: distance * random.number(in: 0.15...0.5)))
    } else {
      let radius = distance * random.number(in: 0.15...0.35)
      for x in positions {
        for y in positions {
          path.append(.circle(center: pose.place(Point(x: x, y: y)), radius: radius))
        }
      }
      canvas.fill(path, with: color)
    }
  }
}
