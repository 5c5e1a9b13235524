/// How far something has come, in characters.
struct ProgressBar {
  private static let width = 24

  /// How many characters of the bar are filled.
  let filled: Int
  let text: String

  init(done: Int, of total: Int) {
    filled = total > 0 ? min(done, total) * Self.width / total : 0
    text =
      "[" + String(repeating: "=", count: filled) + String(repeating: " ", count: Self.width - filled)
      + "] \(done)/\(total)"
  }
}
