/// A colour in sRGB with its opacity; every part from 0 to 1.
public struct Color: Sendable, Hashable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var opacity: Double

  public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.opacity = opacity
  }

  /// A colour from its usual hexadecimal number, such as `0x0072B2`.
  public init(_ rgb: UInt32, opacity: Double = 1) {
    self.init(
      red: Double(rgb >> 16 & 0xFF) / 255, green: Double(rgb >> 8 & 0xFF) / 255,
      blue: Double(rgb & 0xFF) / 255, opacity: opacity)
  }

  /// The colour's hexadecimal form without its opacity, such as `#0072B2`.
  public var hex: String {
    let digits = Array("0123456789ABCDEF")
    let parts = [red, green, blue].map { Int((min(max(0, $0), 1) * 255).rounded()) }
    return "#" + String(parts.flatMap { [digits[$0 / 16], digits[$0 % 16]] })
  }

  public func withOpacity(_ opacity: Double) -> Color {
    Color(red: red, green: green, blue: blue, opacity: opacity)
  }
}
