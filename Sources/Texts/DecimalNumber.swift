#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Decimal text to `Double`, rounded to nearest with ties to even, as `strtod` does bit for bit.
///
/// Digits with a sign, a decimal mark and an exponent, also as Julia writes it behind a fraction; no hexadecimal
/// digits, no word for infinity or NaN. Up to 19 significant digits with a power of ten from -55 to 55 are converted
/// by ``EiselLemire``; everything else, and what that cannot decide, goes to `strtod`.
package enum DecimalNumber {
  /// Reads the number that begins at `start`: the value, the place behind it and how many characters of it are
  /// behind its mark; `nil` if none begins there.
  ///
  /// - Parameter mark: The decimal mark, a point or a comma.
  package static func scan(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, mark: UInt8 = 0x2E
  ) -> (value: Double, next: UnsafePointer<UInt8>, decimals: Int)? {
    var cursor = start
    skipSign(&cursor, end)
    let first = cursor
    // Of more than 19 digits this keeps the lowest bits, which are not used then.
    var digits: UInt64 = 0
    appendDigits(&cursor, end, to: &digits)
    var count = cursor - first
    var exponent = 0
    var fraction: UnsafePointer<UInt8>?
    if cursor < end, cursor.pointee == mark {
      cursor += 1
      let start = cursor
      appendManyDigits(&cursor, end, to: &digits)
      exponent = start - cursor
      count -= exponent
      fraction = start
    }
    guard count > 0 else { return nil }
    if cursor < end, fraction != nil, cursor.pointee == 0x66,
      let (power, next) = exponentPart(cursor + 1, end)
    {
      // Julia's `2.5f0` is of 32 bits.
      exponent += power
      cursor = next
    } else if cursor < end, cursor.pointee | 0x20 == 0x65 {
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
  @inline(__always) @discardableResult
  private static func skipSign(_ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Bool {
    guard cursor < end, cursor.pointee == 0x2D || cursor.pointee == 0x2B else { return false }
    cursor += 1
    return cursor[-1] == 0x2D
  }

  /// Steps over digits, few as before a decimal mark, and appends them to a number.
  @inline(__always)
  private static func appendDigits(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, to number: inout UInt64
  ) {
    while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
      number = number &* 10 &+ UInt64(digit)
      cursor += 1
    }
  }

  /// Steps over digits, many as behind a decimal mark, and appends them to a number.
  @inline(__always)
  private static func appendManyDigits(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, to number: inout UInt64
  ) {
    while end - cursor >= 8 {
      let piece = EightCharacters(cursor)
      let count = piece.count
      guard count == 8 else {
        number = number &* EightCharacters.scales[count] &+ piece.value(ofFirst: count)
        cursor += count
        return
      }
      number = number &* 100_000_000 &+ piece.value
      cursor += 8
    }
    appendDigits(&cursor, end, to: &number)
  }

  /// The digits after an `e`, cut at a size that over- or underflows every number.
  private static func exponentPart(
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
  private static func value(
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
    // This conversion rounds to nearest, ties to even.
    if power == 0 || digits == 0 { return Double(digits) }
    return EiselLemire.scale(digits, byPowerOfTen: power)
  }

  /// The digits before the first one that counts.
  private static func leadingZeros(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Int {
    text.prefix { $0 == 0x30 || $0 == mark || $0 == 0x2D || $0 == 0x2B }.count { $0 == 0x30 }
  }

  private static func convertByLibrary(_ text: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
      for (index, byte) in text.enumerated() {
        let plain = byte == mark ? UInt8(ascii: ".") : byte == 0x66 ? UInt8(ascii: "e") : byte
        copy[index] = CChar(bitPattern: plain)
      }
      copy[text.count] = 0
      return copy.baseAddress.map { strtod($0, nil) } ?? .nan
    }
  }
}
