/// The digits that eight characters begin with, found and converted all at once.
///
/// The characters lie in one integer of 64 bits; neighbours are joined to numbers of two, four and eight digits
/// by three multiplications (Mula 2014; Lemire 2021).
@usableFromInline
struct EightCharacters {
  /// How many of the characters are digits, up to the first that is none.
  @usableFromInline let count: Int
  /// The number that these digits say.
  @usableFromInline let value: UInt64

  /// - Parameter start: The first of at least eight characters.
  @inlinable @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    // The first character is the lowest byte; a digit becomes 0 to 9.
    let bytes =
      UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self)) ^ 0x3030_3030_3030_3030
    // Up to the first byte above 9 no addition carries into the next, and nothing behind that byte counts.
    let foreign = ((bytes &+ 0x7676_7676_7676_7676) | bytes) & 0x8080_8080_8080_8080
    count = foreign.trailingZeroBitCount >> 3
    // Zeros in front instead of what follows the digits.
    var joined = bytes << UInt64(64 - 8 * count)
    joined = ((joined &* 2_561) >> 8) & 0x00FF_00FF_00FF_00FF  // 10 * 2^8 + 1
    joined = ((joined &* 6_553_601) >> 16) & 0x0000_FFFF_0000_FFFF  // 100 * 2^16 + 1
    value = (joined &* 42_949_672_960_001) >> 32  // 10 000 * 2^32 + 1
  }

  /// 10 to the ``count``.
  @inlinable @inline(__always)
  var scale: UInt64 {
    if count == 8 { return 100_000_000 }
    return (count & 1 == 0 ? 1 : 10) &* (count & 2 == 0 ? 1 : 100) &* (count & 4 == 0 ? 1 : 10_000)
  }
}
