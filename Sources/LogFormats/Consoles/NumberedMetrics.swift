/// A metric with the number of its step before its value, as Tacotron 2 prints it: `Train loss 300 0.51` and
/// `Validation loss 300: 0.63`.
enum NumberedMetrics {
  typealias Token = LineTokens.Token

  /// The tokens of a line, those of such a metric as `step 300, Train loss: 0.51`.
  static func plain(_ line: [Token]) -> [Token] {
    guard line.count > 2, line.count < 64 else { return line }
    let found = line.indices.filter { count(at: $0, in: line) != nil }
    // `loss 1: 0.5, loss 2: 0.6` numbers the losses.
    guard found.count == 1, let index = found.first, let step = count(at: index, in: line),
      !line.contains(where: { $0.lower.map(isCounter) ?? false })
    else { return line }
    let value = line[index + 1].isSeparator ? index + 2 : index + 1
    return [.word("step"), .number(step), .mark(UInt8(ascii: ","))] + line[..<index]
      + [.mark(UInt8(ascii: ":"))] + line[value...]
  }

  /// The whole number at a place, if the name of a metric stands before it and its value behind.
  private static func count(at index: Int, in line: [Token]) -> Double? {
    guard index > 0, index + 1 < line.count, case .number(let count) = line[index], count >= 0,
      count == count.rounded(), case .word(let word) = line[index - 1], word.count > 1
    else { return nil }
    let value = line[index + 1].isSeparator ? index + 2 : index + 1
    guard value < line.count, case .number = line[value], Heading(word).metric.isJudged else { return nil }
    return count
  }

  private static func isCounter(_ word: String) -> Bool {
    ColumnVocabulary.axes.values.contains { $0.contains(word) }
      || ColumnVocabulary.batchCounters.contains(word)
  }
}
