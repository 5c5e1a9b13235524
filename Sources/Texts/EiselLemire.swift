/// An integer times a power of ten as the nearest `Double`, by one or two multiplications of 64 bits.
///
/// The power is known to 128 bits, cut off, so that the product is known up to an error below one unit of its last
/// place. As long as no point half way between two numbers lies within that error, the rounding is decided (Lemire,
/// "Number parsing at a gigabyte per second", 2021).
enum EiselLemire {
  /// `digits` times 10 to the `power`, rounded to nearest with ties to even.
  ///
  /// - Parameter digits: A number above 0.
  /// - Returns: `nil` where the rounding cannot be decided or the power is not known.
  @inline(__always)
  static func scale(_ digits: UInt64, byPowerOfTen power: Int) -> Double? {
    guard powers.contains(power) else { return nil }
    let place = 2 * (power - powers.lowerBound)
    let shift = digits.leadingZeroBitCount
    let normalized = digits << UInt64(shift)
    var (high, low) = normalized.multipliedFullWidth(by: powersOfFive[place])
    // The highest bit of the product is its first or its second; 53 bits from there make the number.
    let cut = 10 + (high >> 63)
    let half: UInt64 = 1 << (cut - 1)
    var rest = high & ((1 << cut) - 1)
    var roundsUp = rest >= half
    if rest == half || rest == half - 1 {
      // The lower half of the power may decide, or make a tie.
      let (next, last) = normalized.multipliedFullWidth(by: powersOfFive[place + 1])
      let (sum, carries) = low.addingReportingOverflow(next)
      low = sum
      if carries {
        high += 1
        rest += 1
      }
      let isExact = power >= 0
      if rest == half - 1 {
        roundsUp = false
        // What was cut off the power may be what is missing to the half.
        if !isExact, low == .max, last.addingReportingOverflow(normalized).overflow { return nil }
      } else {
        let isTie = rest == half && isExact && low == 0 && last == 0
        roundsUp = !isTie || (high >> cut) & 1 == 1
      }
    }
    let significand = (high >> cut) + (roundsUp ? 1 : 0)
    // The significand's own highest bit counts as 1 in the exponent, and as 2 if rounding made it longer.
    let exponent = Int(cut) - shift + binaryExponent(power) + 1 + Double.significandBitCount
    return Double(bitPattern: (UInt64(exponent + 1022) << 52) + significand)
  }

  /// The exponent of the highest bit of 10 to the `power`: its logarithm to base 2, rounded down.
  static func binaryExponent(_ power: Int) -> Int { (power * 217_706) >> 16 }
}
