/// Text from files made safe to print in a message.
enum PrintableName {
  /// The most names that a message lists.
  private static let longestList = 40

  /// The text without control characters and direction marks, cut to a length in characters.
  static func clean(_ text: String, limit: Int = 120) -> String {
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

  /// The text in quotes, as it is shown after "found".
  static func quoted(_ text: String) -> String { "\"\(clean(text, limit: 60))\"" }

  /// Bytes as text in quotes; what is not UTF-8 is repaired.
  static func quoted(_ bytes: some Collection<UInt8>) -> String {
    quoted(String(decoding: bytes.prefix(400), as: UTF8.self))
  }

  /// Names with commas; of a long list the first ones and the number of the others.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(longestList).map { $0.isEmpty ? "(unnamed)" : clean($0) }
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Whether a scalar could act on a terminal or turn the direction of the text around it.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
