import Texts

/// What a cell of text holds, where it is not plainly a number.
enum TableCell {
  case number(Double)
  /// Nothing, or a word that stands for a missing or infinite number.
  case missing
  case word

  /// Words that programs write for a number that is none.
  private static let missingWords: Set<String> = [
    "", "nan", "na", "n/a", "#n/a", "<na>", "null", "none", "inf", "infinity", "?",
  ]

  init(_ text: String) {
    if let value = DecimalNumber.parse(text.utf8) {
      self = .number(value)
      return
    }
    let word = text.lowercased().drop { $0 == "-" || $0 == "+" }
    self = Self.missingWords.contains(String(word)) ? .missing : .word
  }

  /// The text of a cell as a message shows it.
  static func shown(_ text: String) -> String { text.isEmpty ? "an empty cell" : PrintableText.quoted(text) }

  /// Whether a cell is neither a number nor stands for one.
  static func isWord(_ text: String) -> Bool {
    if case .word = TableCell(text) { return true }
    return false
  }
}
