/// Text from outside made safe to print: no control characters, no overlong names.
package enum PrintableText {
  /// The longest column name or cell that is kept, in characters.
  package static let longest = 120

  /// Decodes UTF-8 (repairing what is not) and cleans it; blanks at both ends go.
  static func clean(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = longest) -> String {
    // A character takes few bytes; what lies far beyond the limit need not be decoded.
    let prefix = UnsafeBufferPointer(rebasing: CellValue.trimmed(bytes).prefix(limit * 16))
    return clean(String(decoding: prefix, as: UTF8.self), limit: limit)
  }

  /// Replaces every control character and direction mark by U+FFFD and cuts what is too long.
  package static func clean(_ text: String, limit: Int = longest) -> String {
    var scalars = String.UnicodeScalarView()
    var count = 0
    var escape = Escape.none
    for scalar in text.unicodeScalars {
      escape = escape.next(scalar)
      guard escape == .none else { continue }
      if count == limit {
        scalars.append("…")
        break
      }
      scalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
      count += 1
    }
    return trimmed(String(scalars))
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\u{A0}" }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a scalar could act on a terminal or turn the direction of the text around it.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// How far an escape sequence of a terminal, such as that of a colour, has come.
  private enum Escape {
    case none
    case begun
    case inSequence
    /// On the last character of the sequence.
    case ending

    func next(_ scalar: Unicode.Scalar) -> Escape {
      switch self {
      case .none, .ending: scalar == "\u{1B}" ? .begun : .none
      case .begun: scalar == "[" ? .inSequence : .none
      case .inSequence: ("@"..."~").contains(scalar) ? .ending : .inSequence
      }
    }
  }
}
