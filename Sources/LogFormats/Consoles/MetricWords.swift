/// Tells the words of a metric from those of counters and parts of the data, and remembers what it was asked.
struct MetricWords {
  /// What a word is; most are nothing of it.
  struct Kind: OptionSet {
    let rawValue: UInt8
    /// Names a metric that is judged.
    static let metric = Kind(rawValue: 1)
    /// Counts epochs, steps or batches.
    static let counter = Kind(rawValue: 2)
    /// Counts batches and nothing else.
    static let batchCounter = Kind(rawValue: 4)
    /// Stands for a part of the data.
    static let part = Kind(rawValue: 8)
    /// Stands between a metric and what it is told of.
    static let joint = Kind(rawValue: 16)
    /// Two parts of the data, as `train/val`.
    static let parts = Kind(rawValue: 32)
  }

  private var known: [String: Kind] = [:]
  private static let most = 8_192
  private static let longestName = 4

  private static let joints: Set<String> = [
    "after", "at", "for", "in", "of", "on", "over", "per", "the",
    "and",
  ]

  /// What a word is; each is understood once.
  mutating func kind(_ word: String) -> Kind {
    if let known = known[word] { return known }
    let kind = Self.understood(word)
    if known.count < Self.most { known[word] = kind }
    return kind
  }

  private static func understood(_ word: String) -> Kind {
    var kind: Kind = []
    let lower = word.lowercased()
    if word.count > 1, Heading(word).metric.isJudged { kind.insert(.metric) }
    if ColumnVocabulary.axes.values.contains(where: { $0.contains(lower) }) { kind.insert(.counter) }
    if ColumnVocabulary.batchCounters.contains(lower) { kind.insert(.batchCounter) }
    if ColumnVocabulary.split(lower) != nil || namesPart(word) { kind.insert(.part) }
    if joints.contains(lower) { kind.insert(.joint) }
    if parts(word) != nil { kind.insert(.parts) }
    return kind
  }

  /// What is said of a part of the data, as in `TRAIN_SAMPLE : loss 0.5` and `'val_metrics': {'loss': 0.5}`.
  private static let collections: Set<String> = [
    "data", "dataset", "metrics", "results", "sample", "set", "split", "stats",
  ]

  /// Whether a word of two stands for a part of the data.
  private static func namesPart(_ word: String) -> Bool {
    guard word.utf8.contains(UInt8(ascii: "_")) else { return false }
    let words = NameWords.cut(word)
    return words.count == 2 && ColumnVocabulary.split(words[0]) != nil && collections.contains(words[1])
  }

  /// Whether the last word names a metric that is judged.
  mutating func isMetric(_ words: [String]) -> Bool { words.last.map { kind($0).contains(.metric) } ?? false }

  /// Whether any word names a metric that is judged.
  mutating func hasMetric(_ words: [String]) -> Bool {
    for word in words where kind(word).contains(.metric) { return true }
    return false
  }

  /// The words of the metric in a name such as `Cost after iteration`; none if it has no metric at its end.
  mutating func metric(in name: [String]) -> [String] {
    var end = name.count
    while end > 0, !kind(name[end - 1]).isDisjoint(with: [.joint, .counter]) { end -= 1 }
    guard end > 0, kind(name[end - 1]).contains(.metric) else { return [] }
    return Array(name[..<end].suffix(Self.longestName))
  }

  /// Whether a name ends with the word of a counter.
  mutating func isCounter(_ name: [String]) -> Bool { name.last.map { kind($0).contains(.counter) } ?? false }

  /// Whether a name is the word for a part of the data and nothing else.
  mutating func isPart(_ name: [String]) -> Bool { name.count == 1 && kind(name[0]).contains(.part) }

  /// The last word of a name that stands for a part of the data.
  mutating func part(in name: [String]) -> String? {
    for word in name.reversed() where kind(word).contains(.part) { return word }
    return nil
  }

  /// The two parts of the data that a word such as `train/val` names.
  static func parts(_ word: String) -> (first: String, second: String)? {
    guard word.utf8.contains(UInt8(ascii: "/")) else { return nil }
    let words = word.split(separator: "/")
    guard words.count == 2, let first = ColumnVocabulary.split(words[0].lowercased()),
      let second = ColumnVocabulary.split(words[1].lowercased()), first != second
    else { return nil }
    return (String(words[0]), String(words[1]))
  }
}
