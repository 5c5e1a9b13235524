import Foundation
import TestSupport
import Testing

@testable import Texts

struct EiselLemireTests {
  @Test(arguments: EiselLemire.powers)
  func `a power of five is cut off at 128 bits`(power: Int) {
    let whole = (0..<abs(power)).reduce(UInt128(1)) { product, _ in product * 5 }
    let length = UInt128.bitWidth - whole.leadingZeroBitCount
    let bits =
      power >= 0
      ? whole << UInt128(whole.leadingZeroBitCount)
      : whole.dividingFullWidth((UInt128(1) << UInt128(length - 1), 0)).quotient
    let place = 2 * (power - EiselLemire.powers.lowerBound)
    #expect(
      UInt128(EiselLemire.powersOfFive[place]) << 64 | UInt128(EiselLemire.powersOfFive[place + 1]) == bits)
    #expect(EiselLemire.binaryExponent(power) == Int((Double(power) * log2(10)).rounded(.down)))
  }

  @Test func `nearly everything is decided without strtod`() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<100_000 {
      let digits = max(1, random.next())
      let power = Int.random(in: EiselLemire.powers, using: &random)
      // So few fives leave room for numbers half way between two doubles.
      if (-4 ... -1).contains(power) { continue }
      #expect(EiselLemire.scale(digits, byPowerOfTen: power) == strtod("\(digits)e\(power)", nil))
    }
  }

  @Test func `what cannot be decided is left open`() {
    #expect(EiselLemire.scale(45_035_996_273_704_975, byPowerOfTen: -1) == nil)
    #expect(EiselLemire.scale(1, byPowerOfTen: 56) == nil)
    #expect(EiselLemire.scale(1, byPowerOfTen: -56) == nil)
  }
}
