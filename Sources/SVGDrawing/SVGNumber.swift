/// Numbers as they stand in an SVG document.
enum SVGNumber {
  /// A finite number with at most two decimals, without an exponent or a negative zero: `12`, `0.5`, `-3.25`.
  static func text(_ number: Double) -> String {
    precondition(number.isFinite && abs(number) < 1e15, "\(number) cannot stand in an SVG document")
    let hundredths = Int((number * 100).rounded())
    let digits = hundredths.magnitude
    let sign = hundredths < 0 ? "-" : ""
    let whole = String(digits / 100)
    let tens = digits / 10 % 10
    let ones = digits % 10
    if tens == 0, ones == 0 { return sign + whole }
    return sign + whole + ".\(tens)" + (ones == 0 ? "" : "\(ones)")
  }
}
