/// Words of a command line that a user may copy from a message.
package enum ShellWord {
  private static let plainMarks = Set("_-+./:@%,=~^".unicodeScalars)

  /// The text as one word: in quotes where a shell would cut it up or replace something in it.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      plainMarks.contains(scalar) || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    if isPlain, !text.isEmpty, !text.hasPrefix("~"), !text.hasPrefix("-") { return text }
    return "'" + text.replacing("'", with: #"'\''"#) + "'"
  }
}
