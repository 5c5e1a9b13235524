import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws the face of a pet, and the shoulders that it rests on.
struct FacePainter<Surface: Canvas> {
  let traits: Traits
  let coat: Coat
  let brush: Brush<Surface>

  func draw(_ random: inout Randomness) {
    drawBody(&random)
    let earPainter = EarPainter(traits: traits, coat: coat, brush: brush)
    if traits.ears != .hanging { earPainter.draw() }
    let head = Outline.polar { headRadius($0) }
    brush.fill(head, coat.fur)
    brush.stroke(head, coat.line.withOpacity(0.55), width: 0.05, isClosed: true)
    drawPattern(&random)
    if traits.ears == .hanging { earPainter.draw() }
    let features = FeaturePainter(traits: traits, coat: coat, brush: brush)
    features.draw(&random)
  }

  private func headRadius(_ angle: Double) -> Double {
    traits.headRadius(sine: sin(angle), cosine: cos(angle))
  }

  private func drawBody(_ random: inout Randomness) {
    let width = random.number(in: 1.3...2.2)
    let body = Outline.ellipse(x: random.deviation(0.15), y: 1.75, width: width, height: 2.4)
    brush.fill(body, coat.fur.mixed(.black, 0.14))
    brush.stroke(body, coat.line.withOpacity(0.45), width: 0.05, isClosed: true)
    if random.happens(0.45) {
      let chest = Outline.ellipse(x: 0, y: 1.5, width: width * 0.5, height: 1.5)
      brush.fill(chest, coat.muzzle.mixed(.black, 0.05))
    }
    if random.happens(0.25) {
      let y = traits.headHeight / 2 + 0.02
      let collar = [Point(x: -0.6, y: y - 0.12), Point(x: 0, y: y + 0.1), Point(x: 0.6, y: y - 0.12)]
      brush.stroke(Outline.smooth(collar, isClosed: false), .any(&random), width: 0.18)
    }
  }

  private func drawPattern(_ random: inout Randomness) {
    let ink = coat.second
    switch coat.pattern {
    case .plain: break
    case .points:
      for step in 0..<3 {
        let size = 1.5 - 0.35 * Double(step)
        let mask = Outline.ellipse(x: 0, y: traits.muzzleY * 0.8, width: size, height: size * 1.05)
        brush.fill(insideHead(mask), coat.muzzle.withOpacity(0.3))
      }
    case .blaze:
      let half = random.number(in: 0.07...0.16)
      let y = traits.headHeight / 2
      let blaze = [
        Point(x: -half * 0.4, y: -y), Point(x: half * 0.4, y: -y), Point(x: half, y: 0),
        Point(x: half * 2.2, y: traits.muzzleY), Point(x: -half * 2.2, y: traits.muzzleY),
        Point(x: -half, y: 0),
      ]
      brush.fill(insideHead(Outline.smooth(blaze)), coat.muzzle)
    case .patch:
      let patch = Outline.ellipse(
        x: traits.eyeSpacing + 0.08, y: traits.eyeY - random.number(in: 0...0.25),
        width: random.number(in: 0.65...1), height: random.number(in: 0.75...1.2),
        turn: random.deviation(0.3))
      brush.fill(insideHead(patch), ink)
    case .spots:
      for _ in 0..<random.number(in: 4...8) {
        let angle = random.number(in: 0...2 * .pi)
        let distance = random.number(in: 0.4...0.95)
        let spot = Outline.ellipse(
          x: distance * cos(angle), y: distance * sin(angle), width: random.number(in: 0.14...0.36),
          height: random.number(in: 0.14...0.36))
        brush.fill(insideHead(spot), ink.withOpacity(0.85))
      }
    case .stripes:
      for side in [-1.0, 0, 1] {
        let top = Point(x: side * 0.3, y: -traits.headHeight * 0.47)
        let end = Point(x: side * 0.17, y: traits.eyeY - 0.2 + abs(side) * 0.05)
        brush.stroke(insideHead([top, end]), ink.withOpacity(0.8), width: 0.1)
        guard side != 0 else { continue }
        for row in 0..<2 {
          let y = 0.12 + 0.24 * Double(row)
          let stripe = [Point(x: side * 1.2, y: y - 0.1), Point(x: side * 0.6, y: y)]
          brush.stroke(insideHead(stripe), ink.withOpacity(0.8), width: 0.09)
        }
      }
    }
  }

  /// Points drawn in to the head where they lie outside.
  private func insideHead(_ points: [Point]) -> [Point] {
    points.map { point in
      let distance = (point.x.squared + point.y.squared).squareRoot()
      guard distance > 0 else { return point }
      let reach = 0.97 * traits.headRadius(sine: point.y / distance, cosine: point.x / distance)
      let factor = min(1, reach / distance)
      return Point(x: point.x * factor, y: point.y * factor)
    }
  }
}
