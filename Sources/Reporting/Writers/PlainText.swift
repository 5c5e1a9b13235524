import Drawing

/// Text for where typographic spaces get in the way: terminals, JSON, Markdown.
enum PlainText {
  /// The text with narrow spaces made ordinary ones.
  static func of(_ text: String) -> String {
    text.replacing(NumberText.thinSpace, with: " ")
  }
}
