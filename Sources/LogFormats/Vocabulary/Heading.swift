import RunRecords

/// A column name, understood: which part of the data, which metric, and how it was taken.
struct Heading: Sendable {
  /// Whether a column holds one value an epoch, or one for each logged step.
  enum Interval: Sendable {
    case epoch
    case step
  }

  let name: String
  /// What the words say; `nil` when they say nothing about a split.
  private(set) var split: Split?
  /// The kind is `.other` when no word names a metric.
  let metric: Metric
  /// The metric's words without split and fillers: two columns with one key are the same metric.
  let key: String
  /// What stands before the word `loss` in a name such as `box_loss`; empty for the loss itself.
  let component: String
  let rank: Int
  private(set) var interval: Interval?
  /// The name says that values are percentages.
  let isPercent: Bool
  /// The name says that the column is no curve, such as `valid_loss_best`.
  let isIgnored: Bool
  /// The number of an evaluation set, as in XGBoost's `validation_0-logloss`.
  let setNumber: Int?
  /// The name begins with `metrics/`: a metric of the validation data.
  let isBareValidation: Bool
  /// The name is that of a loss that is lowered against another, as `g_loss` and `d_loss` are.
  let isOfPlayer: Bool
  /// The name is the word for a part of the data, and says nothing of what was measured.
  let isBareSplit: Bool

  init(_ name: String) {
    self.name = name
    var words = NameWords.spelledOut(NameWords.cut(name))
    isBareSplit = Self.isBareSplit(words)
    setNumber = Self.takeSetNumber(&words)
    let suffix = words.last
    interval = suffix == "step" || words.contains("batch") ? .step : suffix == "epoch" ? .epoch : nil
    isPercent = name.utf8.contains(UInt8(ascii: "%")) || words.contains("percent") || words.contains("pct")
    isBareValidation = words.first == "metrics"
    let phrase = Self.findMetric(words)
    isIgnored = Self.isNoCurve(words, phrase: phrase)
    split = Self.findSplit(name, words, phrase: phrase?.range)
    rank = phrase?.found.rank ?? 9

    var metric = phrase?.found.metric ?? Metric(name: "", kind: .other, direction: .none)
    if words.contains("neg"), metric.kind == .loss, !(phrase.map { words[$0.range].contains("neg") } ?? false)
    {
      // scikit-learn turns an error into a score by its sign.
      metric = Metric(name: "negative \(metric.name)", kind: .score, direction: .higherIsBetter)
    }
    if metric.kind == .loss, ColumnVocabulary.isPlayers(words, metric: metric) {
      isOfPlayer = true
      metric = Metric(name: "", kind: .other, direction: .none)
    } else {
      isOfPlayer = false
    }
    let isLoss = metric == .loss
    let (full, extra) = Self.fullName(words, phrase: phrase?.range, metric: metric)
    component = isLoss ? extra : ""
    if isBareValidation, !extra.isEmpty {
      // Such as `mAP50-95(B)`, which is best known as it is written.
      metric.name = String(name.drop { $0 != "/" }.dropFirst())
    } else if !metric.isOfRun {
      metric.name = full.isEmpty ? name : full
    }
    self.metric = metric
    key = metric.name.lowercased()
  }

  /// Whether the metric is one that is measured on held-out data alone: how well a list is ranked, such as
  /// `recall@10`, or how good a text is that was translated.
  var isOfEvaluation: Bool {
    let isRank = metric.kind == .score && name.utf8.contains(UInt8(ascii: "@"))
    return isRank || Self.evaluations.contains { metric.name.hasPrefix($0) }
  }

  private static let evaluations = ["NDCG", "MRR", "hit rate", "BLEU", "chrF", "FID", "KID"]

  /// Whether a name has words for different parts of the data, as `Training vs. Validation Loss` has.
  static func namesSeveralParts(_ name: String) -> Bool {
    Set(NameWords.cut(name).compactMap { ColumnVocabulary.split($0) }).count > 1
  }

  /// A heading that a reader makes itself, such as that of a total.
  init(name: String, metric: Metric, split: Split?) {
    self.name = name
    self.metric = metric
    self.split = split
    key = metric.name.lowercased()
    component = ""
    rank = 0
    interval = nil
    isPercent = false
    isIgnored = false
    isBareValidation = false
    isOfPlayer = false
    isBareSplit = false
    setNumber = nil
  }

  /// The heading with the split that the format knows it has.
  func measured(on split: Split) -> Heading {
    var heading = self
    heading.split = split
    return heading
  }

  /// The same name for values of single steps.
  var ofSteps: Heading {
    var heading = self
    heading.interval = .step
    return heading
  }

  /// The words without split and fillers, the metric under its own name; and what stands beside it.
  private static func fullName(
    _ words: [String], phrase: Range<Int>?, metric: Metric
  ) -> (full: String, extra: String) {
    var full: [String] = []
    var extra: [String] = []
    for (index, word) in words.enumerated() {
      if let phrase, phrase.contains(index) {
        guard index == phrase.lowerBound else { continue }
        let written = words[phrase].joined(separator: " ")
        let digits = ColumnVocabulary.metrics[written] == nil ? Self.digits(at: written) ?? "" : ""
        full.append(metric.name + digits)
      } else if let phrase, words[phrase].contains(word) {
        // `Loss/total_loss` names its metric twice.
        continue
      } else if ColumnVocabulary.split(word) == nil,
        metric.kind == .other || !ColumnVocabulary.fillers.contains(word) && !Self.unspecific.contains(word)
      {
        full.append(word)
        extra.append(word)
      }
    }
    return (full.joined(separator: " "), extra.joined(separator: " "))
  }

  /// Words that do not tell two metrics apart.
  private static let unspecific: Set<String> = [
    "percent", "pct", "total", "overall", "combined", "current", "images", "info", "nats", "neg", "batch",
  ]

  private static func isBareSplit(_ words: [String]) -> Bool {
    let own = words.filter { !ColumnVocabulary.fillers.contains($0) }
    // `tr`, `cv` and their like are short for other things too.
    return own.count == 1 && own[0].count > 2 && ColumnVocabulary.split(own[0]) != nil
  }

  /// Takes the number out of `validation_0-logloss`.
  private static func takeSetNumber(_ words: inout [String]) -> Int? {
    guard words.count > 2, ColumnVocabulary.split(words[0]) == .validation, let number = Int(words[1]) else {
      return nil
    }
    words.remove(at: 1)
    return number
  }

  /// The digits at the end of a word whose stem is a metric, as in `map50`.
  private static func digits(at word: String) -> String? {
    let digits = word.reversed().prefix { ("0"..."9").contains($0) }
    return digits.isEmpty ? nil : String(digits.reversed())
  }

  /// A metric's phrase, and where it stands among the words.
  private typealias Phrase = (found: ColumnVocabulary.MetricPhrase, range: Range<Int>)

  /// Whether the words beside the metric's say that the column is no curve.
  private static func isNoCurve(_ words: [String], phrase: Phrase?) -> Bool {
    words.indices.contains { index in
      guard !(phrase?.range.contains(index) ?? false) else { return false }
      if ColumnVocabulary.notCurves.contains(words[index]) { return true }
      guard words[index] == "per", let phrase else { return words[index] == "per" }
      // `loss_per_token` and `time_per_epoch` are curves, `samples_per_loss` is none.
      return phrase.found.metric.kind != .time
        && !(phrase.range.upperBound == index && phrase.found.metric.isJudged)
    }
  }

  /// The last metric named, by its longest phrase: the last word says what a name such as
  /// `out_a_accuracy` or `f1_score` is about.
  private static func findMetric(_ words: [String]) -> Phrase? {
    for end in words.indices.reversed().map({ $0 + 1 }) {
      for length in (1...ColumnVocabulary.longestPhrase).reversed() where length <= end {
        let range = end - length..<end
        if let found = ColumnVocabulary.metric(words[range].joined(separator: " ")) { return (found, range) }
      }
    }
    // `L_train` and `J_val`, as formulas have them.
    guard words.count == 2, let index = words.firstIndex(where: { ColumnVocabulary.symbols[$0] != nil }),
      ColumnVocabulary.split(words[1 - index]) != nil, let found = ColumnVocabulary.symbols[words[index]]
    else { return nil }
    return (found, index..<index + 1)
  }

  /// The split named first in the name; a word within the metric's phrase does not count.
  ///
  /// What stands behind the last slash, such as `val_loss` in `train/val_loss`, speaks for itself. A name of both
  /// (`Training vs. Validation Loss_Training`) says its own split behind them.
  private static func findSplit(_ name: String, _ words: [String], phrase: Range<Int>?) -> Split? {
    if let slash = name.lastIndex(of: "/") {
      let own = NameWords.cut(String(name[name.index(after: slash)...]))
      if let metric = findMetric(own), let split = splits(own, phrase: metric.range).first { return split }
    }
    let named = splits(words, phrase: phrase)
    guard words.contains("vs") else { return named.first }
    return named.count == 2 ? nil : named.last
  }

  private static func splits(_ words: [String], phrase: Range<Int>?) -> [Split] {
    let named = words.indices.filter { index in
      !(phrase?.contains(index) ?? false) && ColumnVocabulary.split(words[index]) != nil
    }
    // Of `cv_agg's train` the first only says that there are folds.
    let others = named.filter { words[$0] != "cv" }
    return (others.isEmpty ? named : others).compactMap { ColumnVocabulary.split(words[$0]) }
  }
}
