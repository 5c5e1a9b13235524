/// Lines that tell of values which other lines hold: those of the best epoch so far, and of an evaluation.
enum PrintedSummaries {
  typealias Token = LineTokens.Token

  private static let savings: Set<String> = ["save", "saved", "saves", "saving"]

  /// Whether a line repeats the values of the best epoch so far, such as `Saved best model (Dice: 0.71)` and PaddleOCR's
  /// `best metric, acc: 0.71`.
  static func tellsOfBest(_ line: [Token]) -> Bool {
    // Hardly any line has the word.
    guard let best = line.firstIndex(where: { $0.lower == "best" }) else { return false }
    let words = line.prefix { !$0.isValue }
    guard best < words.count else { return false }
    if words.contains(where: { $0.lower.map(savings.contains) ?? false }) { return true }
    return best + 2 < line.count && line[best + 1].lower == "metric" && line[best + 2].isMark(",")
  }

  /// Whether the values of a line are those of an evaluation, though their names do not say so: TensorFlow's
  /// `Saving dict for global step 100: loss = 0.5` and PaddleOCR's `cur metric, acc: 0.5`.
  static func beginsEvaluation(_ line: [Token]) -> Bool {
    if line.contains(.word("Saving")), line.contains(.word("dict")) { return true }
    return zip(line, line.dropFirst()).contains { $0 == .word("cur") && $1 == .word("metric") }
  }
}
