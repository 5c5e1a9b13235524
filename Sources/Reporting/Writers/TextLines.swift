/// Breaks text into lines of characters, for a terminal.
public enum TextLines {
  /// The lines of a text, filled with words up to a width.
  ///
  /// `indent` spaces stand before the first line and `hanging` ones before the others, as many as before
  /// the first if left out.
  public static func wrapped(_ text: String, width: Int, indent: Int = 0, hanging: Int? = nil) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging ?? indent)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + (isEmpty ? [] : [line])
  }

  /// The text with a full stop where it has no end of its own.
  public static func sentence(_ text: String) -> String {
    guard let last = text.last, !".!?…".contains(last) else { return text }
    return text + "."
  }
}
