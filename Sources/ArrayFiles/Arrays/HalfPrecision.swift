/// The 16-bit floating-point formats as `Float`, which holds all their values exactly.
///
/// In integers, because `Float16` does not exist on every platform.
enum HalfPrecision {
  /// IEEE 754 binary16: 1 bit of sign, 5 of exponent, 10 of fraction.
  @inline(__always)
  static func float(binary16 bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    if magnitude >= 0x7C00 {
      // Infinity and NaN keep their fraction; a signalling NaN becomes a quiet one, as by conversion.
      let quiet: UInt32 = magnitude > 0x7C00 ? 0x0040_0000 : 0
      return Float(bitPattern: sign | 0x7F80_0000 | (magnitude & 0x3FF) << 13 | quiet)
    }
    if magnitude < 0x0400 {
      // A subnormal number counts in steps of 2⁻²⁴.
      let value = Float(magnitude) * 0x1p-24
      return sign == 0 ? value : -value
    }
    return Float(bitPattern: sign | (magnitude << 13) &+ UInt32(127 - 15) << 23)
  }

  /// Brain floating point: 1 bit of sign, 8 of exponent, 7 of fraction.
  @inline(__always)
  static func float(brain bits: UInt16) -> Float {
    Float(bitPattern: UInt32(bits) << 16)
  }
}
