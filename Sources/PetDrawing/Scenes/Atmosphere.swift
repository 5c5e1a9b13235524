import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Draws what lies between a pet and the camera: light, haze, and grain.
struct Atmosphere<Surface: Canvas> {
  let canvas: Surface

  private var size: Size { canvas.size }

  func draw(_ random: inout Randomness) {
    drawLight(&random)
    drawHaze(&random)
    drawGrain(&random)
  }

  /// Light of some colour from one side, shadow from the other.
  private func drawLight(_ random: inout Randomness) {
    let turn = random.number(in: 0...2 * .pi)
    let light = Color.white.mixed(.any(&random), 0.4)
    let shadow = Color.black.mixed(.any(&random), 0.2)
    draw(light, opacity: random.number(in: 0...0.3), on: Slope(size: size, turn: turn))
    draw(shadow, opacity: random.number(in: 0...0.45), on: Slope(size: size, turn: turn + .pi))
  }

  /// Thin layers one above the other, each a step shorter, that make an opacity at the far end.
  private func draw(_ color: Color, opacity: Double, on slope: Slope) {
    let layer = color.withOpacity(1 - pow(1 - opacity, 1 / Double(slope.stepCount)))
    for step in 0..<slope.stepCount { canvas.fill(slope.part(from: step), with: layer) }
  }

  /// Soft spots out of focus.
  private func drawHaze(_ random: inout Randomness) {
    for _ in 0..<random.number(in: 0...4) {
      let center = Point(x: random.number(in: 0...size.width), y: random.number(in: 0...size.height))
      let radius = size.width * random.number(in: 0.08...0.3)
      let color = Color.any(&random).withOpacity(random.number(in: 0.03...0.12))
      for step in 1...4 {
        canvas.fill(Path(circleAt: center, radius: radius * Double(step) / 4), with: color)
      }
    }
  }

  /// Single points that are brighter or darker, as a sensor in little light makes them.
  private func drawGrain(_ random: inout Randomness) {
    let grain = max(size.width, size.height) / 64
    let count = Int(size.width * size.height / (grain * grain) * random.number(in: 0.02...0.12))
    for color in [Color.white, .black] {
      var path = Path()
      for _ in 0..<count {
        let x = (random.number(in: 0...size.width) / grain).rounded(.down) * grain
        let y = (random.number(in: 0...size.height) / grain).rounded(.down) * grain
        path.append(.rectangle(Rect(x: x, y: y, width: grain, height: grain)))
      }
      canvas.fill(path, with: color.withOpacity(0.12))
    }
  }
}
