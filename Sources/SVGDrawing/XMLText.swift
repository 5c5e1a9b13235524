import Drawing

/// Text as it stands in an XML document.
enum XMLText {
  /// The text on one line with the characters that mean something in XML as entities.
  ///
  /// Characters that XML 1.0 forbids are among those that ``Swift/String/singleLine`` takes out.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.singleLine.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
