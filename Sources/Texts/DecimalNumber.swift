#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Decimal text to `Double`, rounded to nearest with ties to even, as `strtod` does bit for bit.
///
/// Digits with a sign, a decimal mark and an exponent; no hexadecimal digits, no word for infinity or NaN. Up to
/// 19 significant digits with a power of ten from -27 to 27 are converted exactly in integers of 128 bits;
/// everything else goes to `strtod`.
package enum DecimalNumber {
  /// Reads the number that begins at `start`: the value and the place behind it; `nil` if none begins there.
  ///
  /// - Parameter mark: The decimal mark, a point or a comma.
  // Inlined, for a table is little else than numbers and the walk between them.
  @inlinable @inline(__always)
  package static func scan(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, mark: UInt8 = 0x2E
  ) -> (value: Double, next: UnsafePointer<UInt8>)? {
    var cursor = start
    skipSign(&cursor, end)
    let first = cursor
    // Of more than 19 digits this keeps the lowest bits, which are not used then.
    var digits: UInt64 = 0
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      cursor += 1
    }
    var count = cursor - first
    var exponent = 0
    if cursor < end, cursor.pointee == mark {
      cursor += 1
      let fraction = cursor
      while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        cursor += 1
      }
      exponent = fraction - cursor
      count -= exponent
    }
    guard count > 0 else { return nil }
    if cursor < end, cursor.pointee | 0x20 == 0x65 {
      guard let (power, next) = exponentPart(cursor + 1, end) else { return nil }
      exponent += power
      cursor = next
    }
    let text = UnsafeBufferPointer(start: start, count: cursor - start)
    return (value(of: text, digits: digits, count: count, exponent: exponent, mark: mark), cursor)
  }

  /// The value of a whole text; `nil` if it is no number.
  package static func parse(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8 = 0x2E) -> Double? {
    guard let start = text.baseAddress else { return nil }
    let end = start + text.count
    guard let (value, next) = scan(start, end, mark: mark), next == end else { return nil }
    return value
  }

  /// The value of a whole text; `nil` if it is no number.
  package static func parse(_ text: some Sequence<UInt8>, mark: UInt8 = 0x2E) -> Double? {
    Array(text).withUnsafeBufferPointer { parse($0, mark: mark) }
  }

  /// Steps over a sign; whether it is a minus.
  @inlinable @inline(__always) @discardableResult
  static func skipSign(_ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
    guard cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B else { return false }
    cursor += 1
    return cursor[-1] == 0x2D
  }

  /// The digits after an `e`, cut at a size that over- or underflows every number.
  @usableFromInline
  static func exponentPart(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (power: Int, next: UnsafePointer<UInt8>)? {
    var cursor = start
    let isNegative = skipSign(&cursor, end)
    let first = cursor
    var power = 0
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      power = min(power * 10 + Int(digit), 99_999)
      cursor += 1
    }
    return cursor == first ? nil : (isNegative ? -power : power, cursor)
  }

  /// The value of a number whose `count` digits are `digits`, the lowest bits of them beyond 19.
  @usableFromInline
  static func value(
    of text: UnsafeBufferPointer<UInt8>, digits: UInt64, count: Int, exponent: Int, mark: UInt8
  ) -> Double {
    guard count <= 19 || count - leadingZeros(text, mark: mark) <= 19, digits == 0 || abs(exponent) <= 27
    else { return convertByLibrary(text, mark: mark) }
    let magnitude = digits == 0 ? 0 : scale(digits, byPowerOfTen: exponent)
    return text.first == 0x2D ? -magnitude : magnitude
  }

  /// The digits before the first one that counts.
  private static func leadingZeros(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Int {
    text.prefix { $0 == 0x30 || $0 == mark || $0 == 0x2D || $0 == 0x2B }.count { $0 == 0x30 }
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
