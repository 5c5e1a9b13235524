#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Decimal text to `Double`, rounded to nearest with ties to even, as `strtod` does bit for bit.
enum DecimalNumber {
  /// Reads the number that begins at `start`: the value and the place behind it; `nil` if none begins there.
  ///
  /// Digits with a sign, a point and an exponent; no hexadecimal digits, no word for infinity or NaN.
  @inline(__always)
  static func scan(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (value: Double, next: UnsafePointer<UInt8>)? {
    var cursor = start
    var isNegative = false
    if cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B {
      isNegative = cursor.pointee == 0x2D
      cursor += 1
    }
    var digits: UInt64 = 0
    let whole = cursor
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      cursor += 1
    }
    var count = cursor - whole
    var exponent = 0
    if cursor < end, cursor.pointee == 0x2E {
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
    // Up to 19 digits did not overflow; both sides of the one operation are exact then (Clinger 1990).
    guard count <= 19, digits <= 1 << 53, abs(exponent) <= 22 else {
      return (convertByLibrary(UnsafeBufferPointer(start: start, count: cursor - start)), cursor)
    }
    let magnitude =
      exponent < 0 ? Double(digits) / powersOfTen[-exponent] : Double(digits) * powersOfTen[exponent]
    return (isNegative ? -magnitude : magnitude, cursor)
  }

  /// The value of a whole text; `nil` if it is no number.
  static func parse(_ text: [UInt8]) -> Double? {
    text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let end = start + buffer.count
      guard let (value, next) = scan(start, end), next == end else { return nil }
      return value
    }
  }

  /// The digits after an `e`, cut at a size that over- or underflows every number.
  private static func exponentPart(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (power: Int, next: UnsafePointer<UInt8>)? {
    var cursor = start
    var isNegative = false
    if cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B {
      isNegative = cursor.pointee == 0x2D
      cursor += 1
    }
    let first = cursor
    var power = 0
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      power = min(power * 10 + Int(digit), 99_999)
      cursor += 1
    }
    return cursor == first ? nil : (isNegative ? -power : power, cursor)
  }

  private static func convertByLibrary(_ text: UnsafeBufferPointer<UInt8>) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
      for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
      copy[text.count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]
}
