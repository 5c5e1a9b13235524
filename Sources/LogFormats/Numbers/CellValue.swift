import Texts

/// What a cell of a log says.
enum CellValue: Equatable {
  case number(Double)
  /// A number with a percent sign; the number is the one before the sign.
  case percent(Double)
  /// Nothing was logged: an empty cell, `NA`, `None`, `--`.
  case missing
  case text

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - bytes: The cell without its quotes.
  ///   - mark: The decimal mark, a point or a comma.
  static func parse(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> CellValue {
    let cell = trimmed(bytes)
    if cell.isEmpty { return .missing }
    if let number = DecimalNumber.parse(cell, mark: mark) { return .number(number) }
    return parseWord(cell, mark: mark)
  }

  /// The number that a text is; `nil` for any other.
  static func number(in text: String) -> Double? {
    var bytes = Array(text.utf8)
    let value = bytes.withUnsafeMutableBufferPointer {
      parse(UnsafeBufferPointer($0), mark: UInt8(ascii: "."))
    }
    return if case .number(let number) = value { number } else { nil }
  }

  /// Whether a text says that nothing was logged.
  static func isMissing(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { parse($0, mark: UInt8(ascii: ".")) } == .missing
  }

  /// Words for "not a number", as Python, C, older MSVC and pandas write them.
  private static let notNumbers: Set<String> = [
    "nan", "+nan", "-nan", "1.#qnan", "-1.#qnan", "1.#ind", "-1.#ind", "nan(ind)", "-nan(ind)",
    "nan(snan)", "-nan(snan)", "#num!",
  ]

  private static let infinities: Set<String> = [
    "inf", "+inf", "infinity", "+infinity", "1.#inf", "∞",
  ]

  private static let negativeInfinities: Set<String> = ["-inf", "-infinity", "-1.#inf", "-∞"]

  private static let missingWords: Set<String> = [
    "no log", "na", "n/a", "#n/a", "<na>", "none", "null", "nil", "--", "-", "—", "–", "?", ".",
  ]

  /// Wrappers that print around a number: `tensor(0.1, device='cuda:0')`, `np.float32(0.1)`.
  private static let wrappers = [
    "tensor(", "np.float16(", "np.float32(", "np.float64(", "np.int32(", "np.int64(", "array(", "float(",
  ]

  private static let longestWord = 160

  private static func parseWord(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) -> CellValue {
    guard cell.count <= longestWord else { return .text }
    if cell.last == UInt8(ascii: "%") {
      let number = trimmed(UnsafeBufferPointer(rebasing: cell.dropLast()))
      return DecimalNumber.parse(number, mark: mark).map { .percent($0) } ?? .text
    }
    if cell.first == UInt8(ascii: "*") { return parseEmphasised(cell, mark: mark) }
    if cell.contains(0x1B) { return parseColoured(cell, mark: mark) }
    let word = String(decoding: cell, as: UTF8.self).lowercased()
    if notNumbers.contains(word) { return .number(.nan) }
    if infinities.contains(word) { return .number(.infinity) }
    if negativeInfinities.contains(word) { return .number(-.infinity) }
    if missingWords.contains(word) { return .missing }
    if cell.first == UInt8(ascii: "["), cell.last == UInt8(ascii: "]"), cell.count > 2 {
      // A list or an array of one number.
      return parse(UnsafeBufferPointer(rebasing: cell.dropFirst().dropLast()), mark: mark)
    }
    return parseWrapped(word, mark: mark)
  }

  /// Reads a cell that is coloured by escape sequences of a terminal.
  private static func parseColoured(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) -> CellValue {
    var plain = Array(PrintableText.clean(cell).utf8)
    return plain.withUnsafeMutableBufferPointer { parse(UnsafeBufferPointer($0), mark: mark) }
  }

  /// Reads a cell in bold or italic letters of Markdown, such as `**0.41**` for the best value of a column.
  private static func parseEmphasised(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) -> CellValue {
    let star = UInt8(ascii: "*")
    let stars = cell.prefix { $0 == star }.count
    let inner = cell.dropFirst(stars).dropLast(stars)
    guard stars < 4, inner.count + 2 * stars == cell.count, inner.first != star, inner.last != star,
      cell.suffix(stars).allSatisfy({ $0 == star })
    else { return .text }
    return parse(UnsafeBufferPointer(rebasing: inner), mark: mark)
  }

  private static func parseWrapped(_ word: String, mark: UInt8) -> CellValue {
    guard word.hasSuffix(")"), let wrapper = wrappers.first(where: { word.hasPrefix($0) }) else {
      return .text
    }
    let inside = word.dropFirst(wrapper.count).dropLast()
    // What follows the first comma is a device, a type or a gradient function.
    var number = Array(inside.prefix { $0 != "," }.utf8)
    let value = number.withUnsafeMutableBufferPointer {
      parse(UnsafeBufferPointer($0), mark: UInt8(ascii: "."))
    }
    if case .number = value { return value }
    return .text
  }

  /// Reads a clock time such as `01:30` or `1:02:03.5` as seconds.
  static func parseClock(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let parts = trimmed(bytes).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    var seconds = 0.0
    for part in parts {
      guard let value = DecimalNumber.parse(UnsafeBufferPointer(rebasing: part)), value >= 0 else {
        return nil
      }
      seconds = seconds * 60 + value
    }
    return seconds
  }

  /// A cell without the blanks around it; no-break blanks (U+00A0) count as blanks.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
      let byte = bytes[start]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
        start += 1
      } else if byte == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      let byte = bytes[end - 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
        end -= 1
      } else if byte == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The largest position that is read: nothing counts beyond 64 bits, and offsets of positions stay finite.
  static let farthestPosition = 0x1p64

  /// Reads a position such as `3`, `3/30` or `Epoch 3`.
  static func parsePosition(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double? {
    let isLetter = { (byte: UInt8) in byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
    let number = trimmed(bytes).drop { isLetter($0) || $0 == 0x20 }
    guard let first = number.split(separator: UInt8(ascii: "/"), maxSplits: 1).first else { return nil }
    let position = DecimalNumber.parse(trimmed(UnsafeBufferPointer(rebasing: first)), mark: mark)
    return position.flatMap { abs($0) <= farthestPosition ? $0 : nil }
  }
}
