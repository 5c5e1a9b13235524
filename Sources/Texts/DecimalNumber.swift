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
/// 19 significant digits with a power of ten from -55 to 55 are converted by ``EiselLemire``; everything else,
/// and what that cannot decide, goes to `strtod`.
package enum DecimalNumber {
  /// Reads the number that begins at `start`: the value, the place behind it and how many characters of it are
  /// behind its mark; `nil` if none begins there.
  ///
  /// - Parameter mark: The decimal mark, a point or a comma.
  // Inlined, for a table is little else than numbers and the walk between them.
  @inlinable @inline(__always)
  package static func scan(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, mark: UInt8 = 0x2E
  ) -> (value: Double, next: UnsafePointer<UInt8>, decimals: Int)? {
    var cursor = start
    skipSign(&cursor, end)
    let first = cursor
    // Of more than 19 digits this keeps the lowest bits, which are not used then.
    var digits: UInt64 = 0
    skipDigits(&cursor, end, into: &digits)
    var count = cursor - first
    var exponent = 0
    // As long as there is no mark, it is behind the number.
    var fraction: UnsafePointer<UInt8>?
    if cursor < end, cursor.pointee == mark {
      cursor += 1
      let start = cursor
      skipDigits(&cursor, end, into: &digits)
      exponent = start - cursor
      count -= exponent
      fraction = start
    }
    guard count > 0 else { return nil }
    if cursor < end, cursor.pointee | 0x20 == 0x65 {
      guard let (power, next) = exponentPart(cursor + 1, end) else { return nil }
      exponent += power
      cursor = next
    }
    let text = UnsafeBufferPointer(start: start, count: cursor - start)
    let value = value(of: text, digits: digits, count: count, exponent: exponent, mark: mark)
    var decimals = 0
    if let fraction { decimals = cursor - fraction }
    return (value, cursor, decimals)
  }

  /// The value of a whole text; `nil` if it is no number.
  package static func parse(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8 = 0x2E) -> Double? {
    guard let start = text.baseAddress else { return nil }
    let end = start + text.count
    guard let number = scan(start, end, mark: mark), number.next == end else { return nil }
    return number.value
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

  /// Steps over digits and appends them to `digits`.
  @inlinable @inline(__always)
  static func skipDigits(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, into digits: inout UInt64
  ) {
    while end - cursor >= 8 {
      let piece = EightCharacters(cursor)
      digits = digits &* piece.scale &+ piece.value
      cursor += piece.count
      if piece.count < 8 { return }
    }
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      digits = digits &* 10 &+ UInt64(digit)
      cursor += 1
    }
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
    guard count <= 19 || count - leadingZeros(text, mark: mark) <= 19,
      let magnitude = magnitude(digits, byPowerOfTen: exponent)
    else { return convertByLibrary(text, mark: mark) }
    return text.first == 0x2D ? -magnitude : magnitude
  }

  /// `digits` times 10 to the `power`, correctly rounded; `nil` where that takes more than a few operations.
  @inline(__always)
  private static func magnitude(_ digits: UInt64, byPowerOfTen power: Int) -> Double? {
    if digits <= 1 << 53, abs(power) <= 22 {
      // Both sides are exact as `Double`, so that the one operation rounds correctly (Clinger 1990).
      let whole = Double(digits)
      return power < 0 ? whole / powersOfTen[-power] : whole * powersOfTen[power]
    }
    return digits == 0 ? 0 : EiselLemire.scale(digits, byPowerOfTen: power)
  }

  /// The digits before the first one that counts.
  private static func leadingZeros(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Int {
    text.prefix { $0 == 0x30 || $0 == mark || $0 == 0x2D || $0 == 0x2B }.count { $0 == 0x30 }
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
}
