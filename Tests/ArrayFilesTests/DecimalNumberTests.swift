import Foundation
import TestSupport
import Testing

@testable import ArrayFiles

struct DecimalNumberTests {
  @Test(arguments: [
    "0", "-0", "1", "+1", ".5", "5.", "-.5e1", "1e5", "1E-5", "9007199254740993", "9007199254740992.5",
    "1e22", "1e23",
    "1e-22", "1e-23", "1.7976931348623157e308", "4.9406564584124654e-324", "1e-400", "0.1234567890123456789",
    "12345678901234567890", "0000000000000000000000001.5", "123456789012345678901234567890e-20", "0e99999",
    "3.14159265358979", "18446744073709551616",
  ])
  func `the value is that of strtod`(text: String) {
    #expect(DecimalNumber.parse(Array(text.utf8))?.bitPattern == strtod(text, nil).bitPattern)
  }

  @Test func `random numbers have the value of strtod`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5_000 {
      var text =
        "\(Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0...60, using: &random))"
      if Bool.random(using: &random) { text += ".\(UInt32.random(in: 0 ... .max, using: &random))" }
      if Bool.random(using: &random) { text += "e\(Int.random(in: -340...320, using: &random))" }
      let value = DecimalNumber.parse(Array(text.utf8))
      #expect(value?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "", "+", ".", "e5", "1e", "1e+", "--1", "1.2.3", "0x1", "inf", "nan", " 1", "1 ", "1,5", "1f",
  ])
  func `other text is no number`(text: String) {
    #expect(DecimalNumber.parse(Array(text.utf8)) == nil)
  }
}
