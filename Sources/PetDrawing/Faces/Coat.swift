import Drawing

/// The colours of a pet and how they are spread; drawn from the same choices for cats and dogs, so that colour
/// says nothing about the species.
struct Coat {
  enum Pattern: CaseIterable {
    case plain
    case stripes
    case spots
    /// A patch over one eye.
    case patch
    /// A light stripe from forehead to nose.
    case blaze
    /// Darker ears and muzzle.
    case points
  }

  let fur: Color
  /// Of patches, spots and stripes.
  let second: Color
  let muzzle: Color
  let ears: Color
  let innerEar: Color
  let line: Color
  let pattern: Pattern
  let eyes: Color
  let nose: Color

  private static let furs: [UInt32] = [
    0x2B2826, 0x4A4541, 0x6E6A68, 0x99948F, 0xC4BDB4, 0xEDE7DC, 0xE8D2A8, 0xD9A766, 0xC8803C, 0xA55F2A,
    0x7A4A2A,
    0x553524, 0x8A7B6B,
  ]
  private static let eyeColors: [UInt32] = [0x6B8E3A, 0xB98A2E, 0x4F7FA8, 0x5A3A22, 0x8A5A2A, 0x3B2A20]
  private static let noseColors: [UInt32] = [0x2A2222, 0x3A2A28, 0x6A4038, 0xC77F7F]

  init(_ random: inout Randomness) {
    fur = Color(random.element(of: Self.furs)).varied(by: 0.05, &random)
    let other = Color(random.element(of: Self.furs)).varied(by: 0.05, &random)
    let isDark = fur.brightness < 0.45
    second = abs(other.brightness - fur.brightness) > 0.15 ? other : fur.mixed(isDark ? .white : .black, 0.45)
    pattern = random.element(of: Pattern.allCases)
    muzzle =
      switch pattern {
      case .points: fur.mixed(.black, 0.5)
      case .blaze: Color(0xF3EEE6)
      default: random.happens(0.6) ? fur.mixed(.white, random.number(in: 0.2...0.7)) : fur
      }
    ears = pattern == .points ? fur.mixed(.black, 0.5) : random.happens(0.25) ? second : fur
    innerEar = Color(0xD9A09A).mixed(fur, random.number(in: 0.1...0.7))
    line = fur.mixed(.black, isDark ? 0.75 : 0.5)
    eyes = Color(random.element(of: Self.eyeColors)).varied(by: 0.06, &random)
    nose = Color(random.element(of: Self.noseColors))
  }
}

extension Color {
  static let white = Color(0xFFFFFF)
  static let black = Color(0x000000)

  var brightness: Double { 0.3 * red + 0.59 * green + 0.11 * blue }

  /// The colour with a share of another.
  func mixed(_ other: Color, _ share: Double) -> Color {
    Color(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share, opacity: opacity)
  }

  /// A colour somewhat lighter or darker, and a little warmer or colder.
  func varied(by deviation: Double, _ random: inout Randomness) -> Color {
    let shift = random.deviation(deviation)
    let tint = deviation * 0.4
    return Color(
      red: red + shift + random.deviation(tint), green: green + shift + random.deviation(tint),
      blue: blue + shift + random.deviation(tint))
  }

  /// Any colour, muted more or less.
  static func any(_ random: inout Randomness) -> Color {
    let pure = Color(
      red: random.number(in: 0.05...0.95), green: random.number(in: 0.05...0.95),
      blue: random.number(in: 0.05...0.95))
    let brightness = pure.brightness
    let gray = Color(red: brightness, green: brightness, blue: brightness)
    return pure.mixed(gray, random.number(in: 0.1...0.75))
  }

  /// The colour of something behind: any, but rather light.
  static func backdrop(_ random: inout Randomness) -> Color {
    any(&random).mixed(.white, random.number(in: 0.1...0.75))
  }
}
