/// Eight characters in one integer of 64 bits, whose digits are found and converted all at once.
struct EightCharacters {
  /// The first character is the lowest byte; a digit is 0 to 9.
  private let bytes: UInt64

  /// - Parameter start: The first of at least eight characters.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    bytes =
      UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
  }

  /// How many of the characters are digits, up to the first that is none.
  @inline(__always)
  var count: Int {
    // Up to the first byte above 9 no addition carries into the next, and nothing behind that byte counts.
    let foreign = ((bytes &+ 0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080
    return foreign.trailingZeroBitCount >> 3
  }

  /// The number that all eight digits say.
  @inline(__always)
  var value: UInt64 { Self.joined(bytes) }

  /// The number that the first digits say, fewer than eight.
  @inline(__always)
  func value(ofFirst count: Int) -> UInt64 {
    // Zeros in front instead of what follows the digits.
    Self.joined(bytes << UInt64(64 - 8 * count))
  }

  /// Joins neighbours to numbers of two, four and eight digits (Mula 2014; Lemire 2021).
  @inline(__always)
  private static func joined(_ digits: UInt64) -> UInt64 {
    let pairs = ((digits &* 2_561) >> 8) & 0x00FF_00FF_00FF_00FF  // 10 * 2^8 + 1
    let fours = ((pairs &* 6_553_601) >> 16) & 0x0000_FFFF_0000_FFFF  // 100 * 2^16 + 1
    return (fours &* 42_949_672_960_001) >> 32  // 10 000 * 2^32 + 1
  }

  /// 10 to the 0 ... 7.
  static let scales: [UInt64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]
}
