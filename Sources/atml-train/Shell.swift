import Texts

/// Text for people to paste into a shell.
enum Shell {
  /// A word as the shell reads it back; characters that act on a terminal come as escapes.
  static func quoted(_ word: String) -> String {
    if PrintableText.masked(word, limit: word.unicodeScalars.count) != word { return escaped(word) }
    let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
    return plain && !word.isEmpty && !word.hasPrefix("-")
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// A word byte by byte in the form of bash, zsh and POSIX 2024: `$'\033'`.
  private static func escaped(_ word: String) -> String {
    let bytes = word.utf8.map { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
        ? String(UnicodeScalar(byte))
        : "\\" + String(repeating: "0", count: 3 - String(byte, radix: 8).count) + String(byte, radix: 8)
    }
    return "$'" + bytes.joined() + "'"
  }
}
