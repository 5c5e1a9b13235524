/// Text from outside made safe to print: nothing in it acts on a terminal, and it has an end.
///
/// Lengths are counted in Unicode scalars.
package enum PrintableText {
  /// The longest column name or cell that is kept.
  package static let longest = 120
  private static let longestPath = 400

  /// A cell or a name as people read it: without the codes of a terminal's colours and the blanks at both
  /// ends, then masked.
  package static func clean(_ text: String, limit: Int = longest) -> String {
    trimmed(
      masked(text.unicodeScalars.contains(EscapeSequence.escape) ? uncoloured(text) : text, limit: limit))
  }

  /// The text as it is, with U+FFFD for every control character and direction mark; what is too long is cut.
  package static func masked(_ text: String, limit: Int = longest) -> String {
    // Most texts are plain, and scalars are found more slowly than bytes.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var scalars = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == limit {
        scalars.append("…")
        break
      }
      scalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// A path or an address for a message, masked and without a password.
  package static func path(_ path: String) -> String { masked(withoutPassword(path), limit: longestPath) }

  /// The text masked and in quotes, as it is shown after "found".
  package static func quoted(_ text: String) -> String { "\"\(masked(text, limit: 60))\"" }

  /// Bytes as text in quotes; what is not UTF-8 is repaired.
  package static func quoted(_ bytes: some Collection<UInt8>) -> String {
    quoted(String(decoding: bytes.prefix(400), as: UTF8.self))
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

  /// The text without escape sequences.
  private static func uncoloured(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var escape = EscapeSequence.none
    for scalar in text.unicodeScalars {
      escape = escape.next(scalar)
      if escape == .none { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// How far an escape sequence of a terminal, such as that of a colour, has come.
  private enum EscapeSequence {
    case none
    case begun
    case inSequence
    /// On the last character of the sequence.
    case ending

    static let escape: Unicode.Scalar = "\u{1B}"

    func next(_ scalar: Unicode.Scalar) -> EscapeSequence {
      switch self {
      case .none, .ending: scalar == Self.escape ? .begun : .none
      case .begun: scalar == "[" ? .inSequence : .none
      case .inSequence: ("@"..."~").contains(scalar) ? .ending : .inSequence
      }
    }
  }
}
