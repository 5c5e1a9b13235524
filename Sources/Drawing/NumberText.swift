#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes numbers for people: a real minus sign, thin spaces, powers of ten as such.
public enum NumberText {
  /// A narrow space at which no line breaks; it stands between a number and its unit.
  public static let thinSpace = "\u{202F}"

  /// A number with a fixed count of decimals, thousands set apart, such as `−1 234.50`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let digits = plain(abs(value), decimals: decimals)
    let whole = digits.prefix { $0 != "." }
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    return (value < 0 && !isZero ? "−" : "") + grouped(whole) + digits.dropFirst(whole.count)
  }

  /// A number with a count of significant digits, such as `0.0123` or `1.20×10⁻⁹`.
  ///
  /// Whole parts are never rounded below their unit: 12345 with three digits is `12 345`.
  public static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    let exponent = roundedExponent(of: value, digits: digits)
    if exponent < -4 || exponent >= 6 { return scientific(value, digits: digits) }
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// A number as a mantissa and a power of ten, such as `1.20×10⁻⁹`.
  public static func scientific(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return nonFinite(value) }
    guard value != 0 else { return "0" }
    let exponent = roundedExponent(of: value, digits: digits)
    // In two steps, because 10 to the power of 320 is not a number that can be divided by.
    let half = exponent / 2
    let mantissa = value / pow(10, Double(half)) / pow(10, Double(exponent - half))
    return fixed(mantissa, decimals: digits - 1) + "×" + powerOfTen(exponent)
  }

  /// `10` with an exponent set high, such as `10⁻⁹`.
  public static func powerOfTen(_ exponent: Int) -> String {
    let high: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
      "-": "⁻",
    ]
    return "10" + String(String(exponent).compactMap { high[$0] })
  }

  /// A share in percent, such as `38 %`: two digits that mean something, one from 100 on.
  public static func percent(_ share: Double) -> String {
    guard share.isFinite else { return nonFinite(share) }
    let value = share * 100
    let size = abs(value)
    let decimals = size == 0 || size >= 9.95 ? 0 : size >= 0.095 ? 1 : 2
    if size >= 1e6 { return significant(value) + thinSpace + "%" }
    if size > 0, size < 0.005 { return significant(value, digits: 1) + thinSpace + "%" }
    let text = percentage(value, decimals: decimals)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + thinSpace + "%"
  }

  /// A number of percent with a count of decimals, or with up to three where it would round to all, which it is not.
  public static func percentage(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard value < 100, text == fixed(100, decimals: decimals) else { return text }
    return decimals < 3 ? percentage(value, decimals: decimals + 1) : fixed(99.999, decimals: 3)
  }

  /// Numbers from here on are not written out: a `Double` does not hold all of their digits.
  static let longestWhole = 1e15

  /// A position or a count: whole numbers without decimals, others with up to two; with up to three digits below 0.1.
  public static func position(_ value: Double) -> String {
    guard abs(value) < longestWhole else { return significant(value) }
    if value == value.rounded() { return fixed(value, decimals: 0) }
    if abs(value) < 0.1 { return small(value) }
    var text = fixed(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A number between zero and one tenth, without zeros at the end of its digits: `0.05`, `10⁻⁶` or `6.81×10⁻⁶`.
  private static func small(_ value: Double) -> String {
    let text = significant(value)
    let parts = text.split(separator: "×", maxSplits: 1).map(String.init)
    var digits = parts[0]
    while digits.hasSuffix("0") { digits.removeLast() }
    if digits.hasSuffix(".") { digits.removeLast() }
    guard parts.count == 2 else { return digits }
    return switch digits {
    case "1": parts[1]
    case "−1": "−" + parts[1]
    default: digits + "×" + parts[1]
    }
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "−∞" : "∞"
  }

  /// The power of ten of a number's first digit after rounding to significant digits.
  private static func roundedExponent(of value: Double, digits: Int) -> Int {
    let text = cFormat("%.*e", digits - 1, value)
    let exponent = text.split(separator: "e").last.flatMap { Int($0) }
    return exponent ?? 0
  }

  private static func plain(_ value: Double, decimals: Int) -> String {
    cFormat("%.*f", decimals, value)
  }

  private static func cFormat(_ format: String, _ precision: Int, _ value: Double) -> String {
    withVaList([Int32(precision), value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 400)
      let length = vsnprintf(&buffer, buffer.count, format, arguments)
      let bytes = buffer.prefix(Int(max(0, min(length, 399)))).map { UInt8(bitPattern: $0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func grouped(_ digits: Substring) -> String {
    guard digits.count > 4 else { return String(digits) }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += thinSpace }
      result.append(digit)
    }
    return result
  }
}
