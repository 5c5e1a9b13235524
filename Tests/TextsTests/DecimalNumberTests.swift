import Foundation
import TestSupport
import Testing

@testable import Texts

struct DecimalNumberTests {
  private func parse(_ text: String, mark: Character = ".") -> Double? {
    DecimalNumber.parse(text.utf8, mark: mark.asciiValue ?? 0)
  }

  private func expectSameBits(_ text: String) {
    let expected = strtod(text, nil)
    #expect(parse(text)?.bitPattern == expected.bitPattern, "\(text)")
  }

  @Test func `the shortest form of any number reads back`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<30_000 {
      let value = Double(bitPattern: random.next())
      if value.isFinite { expectSameBits("\(value)") }
    }
  }

  @Test func `numbers of 1 to 21 digits with small powers of ten are those of strtod`() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<60_000 {
      let count = Int.random(in: 1...21, using: &random)
      let digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let point = Int.random(in: 0...count, using: &random)
      var text = String(digits.prefix(point)) + "." + digits.dropFirst(point)
      if Bool.random(using: &random) { text += "e\(Int.random(in: -50...50, using: &random))" }
      if Bool.random(using: &random) { text = "-" + text }
      expectSameBits(text)
    }
  }

  @Test func `numbers of any size are those of strtod`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<60_000 {
      let digits = random.next() >> UInt64.random(in: 0...63, using: &random)
      expectSameBits("\(digits)e\(Int.random(in: -360...330, using: &random))")
      expectSameBits("\(digits)e\(Int.random(in: -58...58, using: &random))")
    }
  }

  @Test func `numbers near zero and near the largest are those of strtod`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<20_000 {
      expectSameBits("\(Double(bitPattern: random.next() >> UInt64.random(in: 12...63, using: &random)))")
      let digits = UInt64.random(in: 1...UInt64(1e19), using: &random)
      expectSameBits("\(digits)e\(Int.random(in: -343 ... -323, using: &random))")
      expectSameBits("\(digits)e\(Int.random(in: 288...291, using: &random))")
    }
  }

  @Test func `losses with 15 to 18 decimals are those of strtod`() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<60_000 {
      let value = Double.random(in: 0..<4, using: &random)
      expectSameBits(String(format: "%.\(Int.random(in: 15...18, using: &random))f", value))
      expectSameBits(String(format: "%.18e", value))
    }
  }

  @Test func `numbers half way between two doubles, and those next to them, round as strtod does`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      // 54 bits with the last one set lie exactly between two doubles.
      let odd = (UInt64(1) << 53 | random.next() >> 11) | 1
      expectSameBits("\(odd)e3")
      var digits = odd
      for power in 0...4 {
        for neighbour in [digits - 1, digits, digits + 1] { expectSameBits("\(neighbour)e-\(power)") }
        digits = digits &* 5
      }
      // So do those times a power of ten whose fives are among the 54 bits.
      var fives: UInt64 = 1
      for power in 1...22 {
        fives *= 5
        let middle = odd / fives | 1
        for neighbour in [middle - 1, middle, middle + 1] { expectSameBits("\(neighbour)e\(power)") }
      }
    }
  }

  @Test(arguments: [
    "0", "-0", "0.0", "1", "1e22", "1e23", "9007199254740993", "9007199254740991.5",
    "2.2250738585072014e-308",
    "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "1.7976931348623157e308", "1.7976931348623159e308",
    "1e400",
    "1e-400", "0e999999999999", "18446744073709551615", "18446744073709551616", "0.1e1", ".5", "5.", "+1.5",
    "0.000000000000000000000000000001", "123456789012345678901234567890", "8.5e-27", "7.2057594037927933e16",
    "-.5e1", "1E-5", "1e-22", "1e-23",
    "0000000000000000000000001.5", "-0.00012345678901234567", "0.000000000000000000000",
    "-00000000000000000000",
    "123456789012345678901234567890e-20", "+0.00000000000000000000000000012345678901234567", "0e99999",
  ])
  func `hard cases are those of strtod`(text: String) {
    expectSameBits(text)
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e+", "0x10", "1.2.3", "1,5", "nan", "inf", " 1", "1 ", "1_000", "--1",
    "+", "1f",
  ])
  func `what is no decimal number is refused`(text: String) {
    #expect(parse(text) == nil)
  }

  @Test(arguments: ["7", "-1.25e3", "0.1234567890123456789012"])
  func `what follows a number is left`(number: String) throws {
    for rest in ["", ",5", " 5", "x"] {
      try Array((number + rest).utf8).withUnsafeBufferPointer { bytes in
        let start = try #require(bytes.baseAddress)
        let found = try #require(DecimalNumber.scan(start, start + bytes.count))
        #expect(found.value == Double(number))
        #expect(found.next - start == number.utf8.count)
      }
    }
  }

  @Test func `the decimal mark may be a comma`() {
    #expect(parse("0,5312", mark: ",") == 0.5312)
    #expect(parse("0,12345678901234567890123", mark: ",") == 0.12345678901234567890123)
    #expect(parse("0,00012345678901234567", mark: ",") == 0.00012345678901234567)
    #expect(parse("0.5312", mark: ",") == nil)
  }
}
