#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Decimal text to `Double`, rounded to nearest with ties to even, as `strtod` does bit for bit.
///
/// Up to 19 significant digits with a power of ten from -27 to 27 are converted exactly in
/// integers of 128 bits; everything else goes to `strtod`.
enum DecimalNumber {
  /// Reads the whole of `text` as a decimal number; `nil` if it is not one.
  ///
  /// - Parameter mark: The decimal mark, a point or a comma.
  static func parse(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8 = UInt8(ascii: ".")) -> Double? {
    guard let base = text.baseAddress else { return nil }
    let end = base + text.count
    var cursor = base
    var isNegative = false
    if cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B {
      isNegative = cursor.pointee == 0x2D
      cursor += 1
    }
    var digits: UInt64 = 0
    var significant = 0
    var hasDigits = false
    var exponent = 0
    while cursor < end {
      let digit = cursor.pointee &- 0x30
      guard digit < 10 else { break }
      hasDigits = true
      if significant < 19 {
        digits = digits &* 10 &+ UInt64(digit)
        if digits != 0 { significant += 1 }
      } else {
        significant += 1
      }
      cursor += 1
    }
    if cursor < end, cursor.pointee == mark {
      cursor += 1
      let fraction = cursor
      while cursor < end {
        let digit = cursor.pointee &- 0x30
        guard digit < 10 else { break }
        if significant < 19 {
          digits = digits &* 10 &+ UInt64(digit)
          if digits != 0 { significant += 1 }
        } else {
          significant += 1
        }
        cursor += 1
      }
      exponent = fraction - cursor
      hasDigits = hasDigits || cursor > fraction
    }
    guard hasDigits else { return nil }
    if cursor < end {
      guard cursor.pointee | 0x20 == UInt8(ascii: "e"), let power = parseExponent(cursor + 1, end) else {
        return nil
      }
      exponent += power
    }
    guard significant <= 19, digits == 0 || abs(exponent) <= 27 else {
      return convertByLibrary(text, mark: mark)
    }
    let magnitude = digits == 0 ? 0 : scale(digits, byPowerOfTen: exponent)
    return isNegative ? -magnitude : magnitude
  }

  /// The digits after an `e`, cut at a size that over- or underflows every number.
  private static func parseExponent(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int? {
    var cursor = start
    var isNegative = false
    if cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B {
      isNegative = cursor.pointee == 0x2D
      cursor += 1
    }
    guard cursor < end else { return nil }
    var value = 0
    while cursor < end {
      let digit = cursor.pointee &- 0x30
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 99_999)
      cursor += 1
    }
    return isNegative ? -value : value
  }

  /// `digits` times 10 to the `power`, correctly rounded; `digits` is not 0.
  private static func scale(_ digits: UInt64, byPowerOfTen power: Int) -> Double {
    if digits <= 1 << 53, abs(power) <= 22 {
      // Both sides are exact as `Double`, so that the one operation rounds correctly (Clinger 1990).
      let whole = Double(digits)
      return power < 0 ? whole / powersOfTen[-power] : whole * powersOfTen[power]
    }
    let factor = powersOfFive[abs(power)]
    if power < 0 {
      let shift = digits.leadingZeroBitCount
      let divisorShift = factor.leadingZeroBitCount
      let dividend = digits << UInt64(shift)
      let (quotient, remainder) = (factor << UInt64(divisorShift))
        .dividingFullWidth((dividend >> 1, dividend << 63))
      // The quotient has at least 63 bits: its last bit can stand for everything that is cut off.
      return binary(quotient | (remainder == 0 ? 0 : 1), power - 63 + divisorShift - shift)
    }
    let (high, low) = digits.multipliedFullWidth(by: factor)
    guard high != 0 else { return binary(low, power) }
    let shift = UInt64(high.leadingZeroBitCount)
    let top = shift == 0 ? high : high << shift | low >> (64 - shift)
    let isCut = low << shift != 0
    return binary(top | (isCut ? 1 : 0), power + 64 - Int(shift))
  }

  /// `bits` times 2 to the `exponent`; the conversion to `Double` rounds to nearest, ties to even.
  private static func binary(_ bits: UInt64, _ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: Double(bits))
  }

  private static func convertByLibrary(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
      for (index, byte) in text.enumerated() {
        copy[index] = CChar(bitPattern: byte == mark ? UInt8(ascii: ".") : byte)
      }
      copy[text.count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? .nan
    }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// 5 to the 0 ... 27, all below 2 to the 64.
  private static let powersOfFive: [UInt64] = (0...27).map { power in
    (0..<power).reduce(1) { product, _ in product * 5 }
  }
}
