import RunRecords

/// Gathers the values of printed boosting rounds.
struct BoostingRounds {
  private var curves = NamedCurves()
  /// CatBoost's values over all sets, until it is known which way they improve.
  private var plain = NamedCurves()
  private var lowerIsBest = 0
  private var higherIsBest = 0
  private var headings: [String: Heading] = [:]

  /// Takes a line; returns whether it is that of a round.
  mutating func take(_ line: [UInt8]) -> Bool {
    guard Self.mayBeRound(line) else { return false }
    let tokens = LineTokens(line).tokens
    guard let round = Self.round(tokens) else { return false }
    return tokens[0].isMark("[")
      ? takeRound(round, tokens.dropFirst(3)) : takePlain(round, tokens.dropFirst(2))
  }

  /// The number of a round with which a line begins: `[12]`, or the `12:` of CatBoost.
  static func round(_ tokens: [LineTokens.Token]) -> Double? {
    if tokens.count > 3, tokens[0].isMark("["), case .number(let round) = tokens[1], tokens[2].isMark("]") {
      return round
    }
    guard tokens.count > 4, case .number(let round) = tokens[0], tokens[1].isSeparator,
      let word = tokens.dropFirst(2).first(where: { $0.lower != nil })?.lower,
      word == "learn" || word == "test"
    else { return nil }
    return round
  }

  /// Whether a line begins with `[12]` or `12:`; R prints texts in quotes behind `[1]`.
  private static func mayBeRound(_ line: [UInt8]) -> Bool {
    let text = line.drop { $0 == 0x20 }
    let isBracketed = text.first == UInt8(ascii: "[")
    let behind = text.dropFirst(isBracketed ? 1 : 0).drop { $0 &- 0x30 < 10 }
    return behind.first == UInt8(ascii: isBracketed ? "]" : ":")
      && behind.dropFirst().first { $0 != 0x20 } != UInt8(ascii: "\"")
  }

  /// `train-logloss:0.63 eval-logloss:0.70`, `train's l2: 0.5 valid's l2: 0.6`
  private mutating func takeRound(_ round: Double, _ tokens: ArraySlice<LineTokens.Token>) -> Bool {
    var found: [(name: String, value: Double)] = []
    Self.pairs(tokens) { found.append(($0, $1)) }
    let namesSplit = found.contains { pair in heading(pair.name).split != nil }
    guard namesSplit else { return false }
    for (name, value) in found {
      let heading = heading(name)
      curves.add(value, to: name, at: round) { _ in heading }
    }
    return true
  }

  /// `learn: 2.08 test: 2.09 best: 2.09 (0) total: 54.6ms`
  private mutating func takePlain(_ round: Double, _ tokens: ArraySlice<LineTokens.Token>) -> Bool {
    var test: Double?
    var isRound = false
    Self.pairs(tokens) { name, value in
      if name == "best", let test {
        if value < test { lowerIsBest += 1 } else if value > test { higherIsBest += 1 }
      }
      let isTest = name.hasPrefix("test")
      guard name == "learn" || isTest else { return }
      isRound = true
      if isTest { test = value }
      plain.add(value, to: name, at: round) { name in
        Heading(
          name: name, metric: .loss,
          split: name == "test" || name == "test0" ? .validation : isTest ? .test : .training)
      }
    }
    return isRound
  }

  private mutating func heading(_ name: String) -> Heading {
    if let known = headings[name] { return known }
    let heading = Heading(name)
    if headings.count < 4_096 { headings[name] = heading }
    return heading
  }

  /// The curves of the rounds.
  var result: NamedCurves {
    guard curves.isEmpty else { return curves }
    guard higherIsBest > lowerIsBest else { return plain }
    var scores = plain
    scores.take(metric: Metric(name: "score", kind: .score, direction: .higherIsBetter))
    return scores
  }

  var notes: [RunNote] {
    guard curves.isEmpty, !plain.isEmpty else { return [] }
    let reason = higherIsBest > lowerIsBest ? "a score, as its best value is the highest" : "a loss"
    return [RunNote(.interpretation, "CatBoost prints its metric without a name: read as \(reason).")]
  }

  private static func pairs(_ tokens: ArraySlice<LineTokens.Token>, _ take: (String, Double) -> Void) {
    var words: [String] = []
    var isSeparated = false
    for token in tokens {
      switch token {
      case .word(let word):
        if isSeparated { words = [] }
        isSeparated = false
        words.append(word)
      case .mark where token.isSeparator: isSeparated = !words.isEmpty
      case .number(let value) where isSeparated:
        take(words.joined(separator: " "), value)
        (words, isSeparated) = ([], false)
      default: (words, isSeparated) = ([], false)
      }
    }
  }
}
