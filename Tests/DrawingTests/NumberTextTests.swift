import Drawing
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.61249, "0.612"), (1.5, "1.50"), (2.302585, "2.30"), (12.345, "12.3"), (999.6, "1000"),
    (12_345.6, "12\u{202F}346"), (0.000_123_4, "0.000123"), (0, "0"), (-0.5, "−0.500"),
    (1.2e-9, "1.20×10⁻⁹"), (1e9, "1.00×10⁹"), (9.999e-5, "0.000100"), (.nan, "NaN"), (.infinity, "∞"),
    (-.infinity, "−∞"), (.leastNonzeroMagnitude, "4.94×10⁻³²⁴"), (1.797e308, "1.80×10³⁰⁸"),
  ])
  func `three significant digits`(value: Double, text: String) {
    #expect(NumberText.significant(value) == text)
  }

  @Test(arguments: [
    (0.38, "38\u{202F}%"), (0.0234, "2.3\u{202F}%"), (0.02, "2\u{202F}%"), (0.0004, "0.04\u{202F}%"),
    (1.5, "150\u{202F}%"), (12.34, "1234\u{202F}%"), (0, "0\u{202F}%"), (-0.05, "−5\u{202F}%"),
  ])
  func `percent keeps two digits that mean something`(share: Double, text: String) {
    #expect(NumberText.percent(share) == text)
  }

  @Test(arguments: [
    (16, "16"), (0.25, "0.25"), (12.5, "12.5"), (100_000, "100\u{202F}000"), (1e300, "1.00×10³⁰⁰"),
    (.nan, "NaN"), (0.05, "0.05"), (0.001, "0.001"), (1e-6, "10⁻⁶"), (-1e-6, "−10⁻⁶"),
    (6.8129e-6, "6.81×10⁻⁶"),
    (0.0996, "0.0996"), (0.09999, "0.1"), (2.5e-7, "2.5×10⁻⁷"),
  ])
  func `positions are whole where they can be`(value: Double, text: String) {
    #expect(NumberText.position(value) == text)
  }

  @Test func `what is not all is never written as all`() {
    #expect(NumberText.percent(0.99996) == "99.996\u{202F}%")
    #expect(NumberText.percent(0.999_999_9) == "99.999\u{202F}%")
    #expect(NumberText.percentage(99.999_999_9, decimals: 1) == "99.999")
    #expect(NumberText.percent(0.994) == "99\u{202F}%")
    #expect(NumberText.percent(1) == "100\u{202F}%")
    #expect(NumberText.percent(0.00001) == "0.001\u{202F}%")
  }
}
