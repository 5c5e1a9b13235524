/// The shape of one face, in units of its head.
///
/// Every trait of cats is found among dogs and the reverse, only not as often: no single one tells them apart.
struct Traits {
  enum Ears: CaseIterable {
    /// Pointed, standing up.
    case upright
    /// Standing up to a half, the tip falling forwards.
    case folded
    /// Hanging down the sides.
    case hanging
  }

  let ears: Ears
  let earLength: Double
  let earWidth: Double
  /// How far from the top of the head the ears sit, as an angle in radians.
  let earSpread: Double
  /// How far the tips lean outwards, and how the two ears differ in that.
  let earTilt: Double
  let earDifference: Double

  let headWidth: Double
  let headHeight: Double
  /// How much fuller the cheeks are than an ellipse.
  let cheeks: Double
  /// How much narrower the jaw is.
  let taper: Double

  let muzzleWidth: Double
  let muzzleHeight: Double
  let muzzleY: Double
  let noseWidth: Double
  /// A wide oval nose in place of a small triangle.
  let hasBroadNose: Bool
  let tongue: Double

  let eyeSpacing: Double
  let eyeY: Double
  let eyeSize: Double
  /// The height of an eye as a share of its width.
  let eyeOpening: Double
  let eyeSlant: Double
  /// The width of the pupil as a share of its height.
  let pupil: Double
  /// Where the eyes look, sideways.
  let gaze: Double

  let whiskerCount: Int
  let whiskerLength: Double

  init(_ species: PetDrawing.Species, _ random: inout Randomness) {
    let isCat = species == .cat
    ears = random.choice(
      isCat ? [.upright: 0.86, .folded: 0.12] : [.hanging: 0.52, .folded: 0.28],
      otherwise: isCat ? .hanging : .upright)
    earLength = random.number(in: isCat ? 0.5...0.95 : 0.55...1.1)
    earWidth = random.number(in: isCat ? 0.5...0.8 : 0.42...0.75)
    earSpread = random.number(in: isCat ? 0.5...0.85 : 0.55...0.95)
    earTilt = random.number(in: -0.15...0.5)
    earDifference = random.deviation(0.12)

    headWidth = random.number(in: isCat ? 1.75...2.2 : 1.5...2.05)
    headHeight = random.number(in: isCat ? 1.5...1.85 : 1.65...2.1)
    cheeks = random.number(in: isCat ? 0...0.16 : -0.04...0.1)
    taper = random.number(in: isCat ? 0...0.14 : 0.05...0.25)

    muzzleWidth = random.number(in: isCat ? 0.55...0.85 : 0.65...1.05)
    muzzleHeight = random.number(in: isCat ? 0.36...0.58 : 0.5...0.9)
    muzzleY = random.number(in: isCat ? 0.32...0.46 : 0.34...0.55)
    noseWidth = random.number(in: isCat ? 0.16...0.28 : 0.24...0.46)
    hasBroadNose = random.happens(isCat ? 0.1 : 0.85)
    tongue = random.happens(isCat ? 0.06 : 0.4) ? random.number(in: 0.2...0.42) : 0

    eyeSpacing = random.number(in: isCat ? 0.36...0.52 : 0.3...0.46)
    eyeY = random.number(in: isCat ? -0.2...0 : -0.32...(-0.06))
    eyeSize = random.number(in: isCat ? 0.28...0.46 : 0.2...0.36)
    eyeOpening = random.number(in: isCat ? 0.5...1 : 0.65...1)
    eyeSlant = random.number(in: isCat ? 0...0.4 : -0.25...0.2)
    pupil = isCat && random.happens(0.7) ? random.number(in: 0.2...0.6) : random.number(in: 0.7...1)
    gaze = random.number(in: -0.2...0.2)

    whiskerCount = random.happens(isCat ? 0.85 : 0.2) ? random.number(in: 2...3) : 0
    whiskerLength = random.number(in: isCat ? 0.6...1.1 : 0.35...0.7)
  }

  /// How far the head reaches in a direction.
  func headRadius(sine: Double, cosine: Double) -> Double {
    let ellipse = 1 / ((2 * cosine / headWidth).squared + (2 * sine / headHeight).squared).squareRoot()
    // Cheeks are fullest a little below the middle, on both sides.
    let side = abs(cosine)
    let cheek = cheeks * side * side * max(0, 1 - (sine - 0.35).squared * 3)
    let jaw = sine > 0 ? taper * sine * side * 1.6 : 0
    return ellipse * (1 + cheek - jaw)
  }
}

extension Double {
  var squared: Double { self * self }
}
