/// Tells the words of a metric from those of counters and parts of the data, and remembers what it was asked.
struct MetricWords {
  private var known: [String: Bool] = [:]
  private static let most = 8_192
  private static let longestName = 4

  /// Words between a metric and what it is told of.
  private static let joints: Set<String> = ["after", "at", "for", "in", "of", "on", "over", "the", "and"]

  /// Whether the last word names a metric that is judged.
  mutating func isMetric(_ words: [String]) -> Bool {
    guard let last = words.last, last.count > 1 else { return false }
    if let known = known[last] { return known }
    let isMetric = Heading(last).metric.isJudged
    if known.count < Self.most { known[last] = isMetric }
    return isMetric
  }

  /// The words of the metric in a name such as `Cost after iteration`; none if it has no metric at its end.
  mutating func metric(in name: [String]) -> [String] {
    guard !name.isEmpty else { return [] }
    let words = name.reversed().drop { Self.joints.contains($0.lowercased()) || Self.counts($0) }
    let metric = Array(words.prefix(Self.longestName).reversed())
    return isMetric(metric) ? metric : []
  }

  /// Whether a name ends with the word of a counter.
  func isCounter(_ name: [String]) -> Bool { name.last.map { Self.counts($0) } ?? false }

  private static func counts(_ word: String) -> Bool {
    let word = word.lowercased()
    return ColumnVocabulary.axes.values.contains { $0.contains(word) }
  }

  /// Whether a name is the word for a part of the data and nothing else.
  static func isPart(_ name: [String]) -> Bool {
    name.count == 1 && name.allSatisfy { ColumnVocabulary.split($0.lowercased()) != nil }
  }

  /// The two parts of the data that a word such as `train/val` names.
  static func parts(_ word: String) -> (first: String, second: String)? {
    let words = word.split(separator: "/")
    guard words.count == 2, let first = ColumnVocabulary.split(words[0].lowercased()),
      let second = ColumnVocabulary.split(words[1].lowercased()), first != second
    else { return nil }
    return (String(words[0]), String(words[1]))
  }
}
