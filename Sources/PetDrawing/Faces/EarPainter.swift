import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws the two ears of a face.
struct EarPainter<Surface: Canvas> {
  let traits: Traits
  let coat: Coat
  let brush: Brush<Surface>

  func draw() {
    for side in [-1.0, 1] {
      switch traits.ears {
      case .upright: drawUpright(side)
      case .folded: drawFolded(side)
      case .hanging: drawHanging(side)
      }
    }
  }

  /// Where an ear is rooted on the head.
  private func root(_ side: Double) -> Point {
    let radius = traits.headRadius(sine: -cos(traits.earSpread), cosine: sin(traits.earSpread)) * 0.86
    return Point(x: side * radius * sin(traits.earSpread), y: -radius * cos(traits.earSpread))
  }

  /// A point of an ear by its height above the root and its distance from the ear's middle line, outwards.
  private func point(_ side: Double, up: Double, out: Double, bend: Double = 0) -> Point {
    let root = root(side)
    let lean = traits.earSpread * 0.55 + traits.earTilt + side * traits.earDifference + bend
    return Point(
      x: root.x + side * (up * sin(lean) + out * cos(lean)), y: root.y - up * cos(lean) + out * sin(lean))
  }

  private func drawUpright(_ side: Double) {
    let half = traits.earWidth / 2
    let length = traits.earLength
    func ear(_ share: Double) -> [Point] {
      let base = [point(side, up: -0.2, out: -half * share), point(side, up: -0.2, out: half * share)]
      let edges = [
        point(side, up: length * 0.5, out: half * 0.66 * share), point(side, up: length * share, out: 0),
      ]
      return base + edges + [point(side, up: length * 0.5, out: -half * 0.66 * share)]
    }
    brush.fill(ear(1), coat.ears)
    brush.stroke(ear(1), coat.line.withOpacity(0.55), width: 0.05, isClosed: true)
    brush.fill(ear(0.62), coat.innerEar)
  }

  private func drawFolded(_ side: Double) {
    let half = traits.earWidth / 2
    let height = traits.earLength * 0.5
    let stem = [
      point(side, up: -0.2, out: -half), point(side, up: -0.2, out: half),
      point(side, up: height, out: half * 0.8), point(side, up: height, out: -half * 0.7),
    ]
    brush.fill(stem, coat.ears.mixed(.black, 0.12))
    brush.stroke(stem, coat.line.withOpacity(0.55), width: 0.05, isClosed: true)
    // The tip comes down in front.
    let flap = [
      point(side, up: height, out: -half * 0.72), point(side, up: height * 1.08, out: half * 0.2),
      point(side, up: height, out: half * 0.85), point(side, up: height * 0.5, out: half * 1.1),
      point(side, up: -0.02, out: half * 0.75), point(side, up: height * 0.45, out: -half * 0.2),
    ]
    brush.fill(Outline.smooth(flap), coat.ears)
    brush.stroke(Outline.smooth(flap), coat.line.withOpacity(0.6), width: 0.05, isClosed: true)
  }

  private func drawHanging(_ side: Double) {
    let root = root(side)
    let length = traits.earLength * 1.25
    let half = traits.earWidth / 2
    let swing = 0.25 + traits.earTilt * 0.7 + side * traits.earDifference
    func point(_ down: Double, _ out: Double) -> Point {
      Point(
        x: root.x + side * (down * sin(swing) + out * cos(swing)),
        y: root.y + down * cos(swing) - out * sin(swing))
    }
    let ear = Outline.smooth([
      point(-0.12, -half * 0.5), point(-0.16, half * 0.4), point(length * 0.35, half * 1.05),
      point(length * 0.8, half), point(length, half * 0.15), point(length * 0.8, -half * 0.6),
      point(length * 0.3, -half * 0.7),
    ])
    brush.fill(ear, coat.ears.mixed(.black, 0.1))
    brush.stroke(ear, coat.line.withOpacity(0.65), width: 0.05, isClosed: true)
  }
}
