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

  @Test func `numbers half way between two doubles round to even`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      // 54 bits with the last one set lie exactly between two doubles.
      let odd = (UInt64(1) << 53 | random.next() >> 11) | 1
      expectSameBits("\(odd)")
      expectSameBits("\(odd)e3")
      expectSameBits("\(odd &* 5)e-1")
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
