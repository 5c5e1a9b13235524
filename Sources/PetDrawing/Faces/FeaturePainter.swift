import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws what is inside a face: muzzle, eyes, nose, mouth and whiskers.
struct FeaturePainter<Surface: Canvas> {
  let traits: Traits
  let coat: Coat
  let brush: Brush<Surface>

  private var noseY: Double { traits.muzzleY - traits.muzzleHeight * 0.32 }

  func draw(_ random: inout Randomness) {
    drawMuzzle()
    drawMouth()
    drawNose()
    for side in [-1.0, 1] { drawEye(side) }
    drawWhiskers(&random)
  }

  private func drawMuzzle() {
    let lobe = traits.muzzleWidth * 0.62
    let color = coat.muzzle
    let whole = Outline.ellipse(
      x: 0, y: traits.muzzleY, width: traits.muzzleWidth, height: traits.muzzleHeight)
    brush.fill(whole, color)
    for side in [-1.0, 1] {
      let half = Outline.ellipse(
        x: side * traits.muzzleWidth * 0.24, y: traits.muzzleY + traits.muzzleHeight * 0.1, width: lobe,
        height: traits.muzzleHeight * 0.8)
      brush.fill(half, color)
    }
    brush.stroke(whole, coat.line.withOpacity(0.2), width: 0.04, isClosed: true)
  }

  private func drawMouth() {
    let top = noseY + traits.noseWidth * 0.3
    let bottom = traits.muzzleY + traits.muzzleHeight * 0.22
    let corner = traits.muzzleWidth * 0.3
    let ink = Color(0x2A1E1C).mixed(coat.muzzle, 0.15)
    if traits.tongue > 0 {
      let tongue = Outline.ellipse(
        x: 0.02, y: bottom + traits.tongue * 0.5, width: 0.26, height: traits.tongue * 1.2)
      brush.fill(tongue, Color(0xD9606B))
      brush.stroke(tongue, Color(0x8A3540, opacity: 0.7), width: 0.03, isClosed: true)
    }
    brush.stroke([Point(x: 0, y: top), Point(x: 0, y: bottom)], ink, width: 0.05)
    for side in [-1.0, 1] {
      let lip = [
        Point(x: 0, y: bottom), Point(x: side * corner * 0.55, y: bottom + 0.1),
        Point(x: side * corner, y: bottom - 0.02),
      ]
      brush.stroke(Outline.smooth(lip, isClosed: false), ink, width: 0.05)
    }
  }

  private func drawNose() {
    let half = traits.noseWidth / 2
    if traits.hasBroadNose {
      brush.fill(
        Outline.ellipse(x: 0, y: noseY, width: traits.noseWidth, height: traits.noseWidth * 0.72), coat.nose)
      let shine = Outline.ellipse(
        x: -half * 0.3, y: noseY - half * 0.3, width: half * 0.6, height: half * 0.3)
      brush.fill(shine, Color(0xFFFFFF, opacity: 0.45))
    } else {
      let nose = [
        Point(x: -half, y: noseY - half * 0.5), Point(x: half, y: noseY - half * 0.5),
        Point(x: 0, y: noseY + half * 0.7),
      ]
      brush.fill(nose, coat.nose)
    }
  }

  private func drawEye(_ side: Double) {
    let x = side * traits.eyeSpacing
    let width = traits.eyeSize
    let height = width * traits.eyeOpening
    let turn = -side * traits.eyeSlant
    let rim = Outline.ellipse(x: x, y: traits.eyeY, width: width * 1.18, height: height * 1.2, turn: turn)
    brush.fill(rim, Color(0x1E1614).mixed(coat.line, 0.3))
    brush.fill(Outline.ellipse(x: x, y: traits.eyeY, width: width, height: height, turn: turn), coat.eyes)
    let pupilHeight = height * 0.86
    let pupilX = x + traits.gaze * width
    brush.fill(
      Outline.ellipse(x: pupilX, y: traits.eyeY, width: pupilHeight * traits.pupil, height: pupilHeight),
      Color(0x0E0B0A))
    let light = Outline.ellipse(
      x: pupilX + width * 0.13, y: traits.eyeY - height * 0.2, width: width * 0.26, height: width * 0.26)
    brush.fill(light, Color(0xFFFFFF, opacity: 0.9))
  }

  private func drawWhiskers(_ random: inout Randomness) {
    let color = coat.muzzle.brightness > 0.55 ? Color(0x3A3230, opacity: 0.7) : Color(0xF4F0EA, opacity: 0.8)
    for side in [-1.0, 1] {
      for row in 0..<traits.whiskerCount {
        let start = Point(
          x: side * traits.muzzleWidth * 0.35, y: traits.muzzleY - 0.02 + 0.09 * Double(row))
        let angle = -0.25 + 0.22 * Double(row) + random.deviation(0.08)
        let end = Point(
          x: start.x + side * traits.whiskerLength * cos(angle),
          y: start.y + traits.whiskerLength * sin(angle))
        let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - 0.06)
        brush.stroke(Outline.smooth([start, middle, end], isClosed: false), color, width: 0.032)
      }
    }
  }
}
