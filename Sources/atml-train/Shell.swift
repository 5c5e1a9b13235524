/// Text for people to paste into a shell.
enum Shell {
  /// A word as the shell reads it back.
  static func quoted(_ word: String) -> String {
    let plain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
    return plain && !word.isEmpty && !word.hasPrefix("-")
      ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
