import Testing

@testable import LogFormats

struct CellValueTests {
  private func parse(_ text: String) -> CellValue {
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBufferPointer {
      CellValue.parse(UnsafeBufferPointer($0), mark: UInt8(ascii: "."))
    }
  }

  @Test(arguments: ["nan", "NaN", "NAN", "-nan", "1.#QNAN", "-nan(ind)"])
  func `words for not a number`(text: String) {
    guard case .number(let value) = parse(text) else {
      Issue.record("\(text) is no number")
      return
    }
    #expect(value.isNaN)
  }

  @Test(arguments: [
    ("inf", Double.infinity), ("Infinity", .infinity), ("Inf", .infinity), ("-inf", -.infinity),
    ("-Infinity", -.infinity),
    ("1.5", 1.5), ("  1.5 ", 1.5), ("\u{A0}1.5\u{A0}", 1.5), ("1e-05", 1e-05), ("tensor(0.1234)", 0.1234),
    ("tensor(0.1, device='cuda:0')", 0.1), ("tensor(2.5, grad_fn=<NllLossBackward0>)", 2.5),
    ("1.8130f0", 1.813), ("-2.0f-3", -0.002),
    ("np.float32(0.1)", 0.1), ("np.float64(2.3723907913811058e+25)", 2.3723907913811058e+25),
  ])
  func `numbers as frameworks print them`(text: String, value: Double) {
    #expect(parse(text) == .number(value))
  }

  @Test(arguments: ["", "   ", "NA", "N/A", "None", "null", "--", "<NA>"])
  func `words for nothing`(text: String) {
    #expect(parse(text) == .missing)
  }

  @Test func `a percent sign is kept apart from the number`() {
    #expect(parse("85.1%") == .percent(85.1))
    #expect(parse("85.1 %") == .percent(85.1))
  }

  @Test(arguments: [
    "abc", "True", "1,000.5", "0.5x", "0.5f", "f0", "1f0f0", "%", "tensor()", "tensor([1, 2])", "12:30",
  ])
  func `everything else is text`(text: String) {
    #expect(parse(text) == .text)
  }
}
