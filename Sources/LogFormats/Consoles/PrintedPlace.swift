import RunRecords

/// Where in the run a printed line stands, as far as it says so itself.
struct PrintedPlace: Sendable {
  private(set) var epoch: Double?
  private(set) var step: Double?
  /// The number of the batch within the epoch, where no step is counted.
  private(set) var batch: Double?
  /// Whether the line counts solver or boosting iterations.
  private(set) var countsIterations = false
  /// Whether the line tells of one batch, or of the course within an epoch.
  private(set) var isWithinEpoch = false
  /// Whether the epoch stands behind a word that says so.
  private(set) var namesEpoch = false

  private static let epochWords: Set<String> = (ColumnVocabulary.axes[.epoch] ?? [])
    .subtracting(["epochs", "epochen", "epocas", "épocas"])
  private static let stepWords: Set<String> = (ColumnVocabulary.axes[.step] ?? [])
    .union(ColumnVocabulary.axes[.iteration] ?? []).subtracting(counts)
    .subtracting(["rounds", "trees"])
    .union(["global_step"])

  private static let counts: Set<String> = ["iters", "iterations", "steps"]

  /// Reads the counters of a line.
  ///
  /// - Parameter knowsEpochs: Whether earlier lines named epochs, so that a bare `[3/30]` counts something else.
  init(_ tokens: [LineTokens.Token], knowsEpochs: Bool) {
    var counted = 0
    var isValidation = false
    var countsBefore = false
    var index = 0
    while index < tokens.count {
      guard let word = tokens[index].lower else {
        index += 1
        continue
      }
      let next = index + 1 < tokens.count ? tokens[index + 1].lower : nil
      // `Saving dict for global step 100: loss = 0.5` tells of an evaluation.
      if word == "best" || word == "saving" && next != "dict" { break }
      let split = ColumnVocabulary.split(word)
      if split == .validation || split == .test { isValidation = true }
      let (stem, glued) = Self.cut(word)
      index += 1
      // `iters: 100, epoch: 1` is a place within the epoch; `Epoch: 1, Steps: 263` is the whole of it.
      if epoch == nil, Self.counts.contains(word) { countsBefore = true }
      if epoch == nil, word == "第", let (number, end) = Self.ordinal(tokens, index) {
        epoch = number
        namesEpoch = true
        index = end
        counted = index
      } else if epoch == nil, Self.epochWords.contains(stem) {
        let behind = glued.map { ($0, index) } ?? Self.count(tokens, after: index, &isValidation)
        if let found = behind ?? Self.countBefore(tokens, index),
          !Self.isValue(found.0, tokens[..<(index - 1)]), !Self.isLength(tokens, found.1)
        {
          epoch = found.0
          namesEpoch = true
          index = found.1
          counted = index
        }
      } else if step == nil, glued == nil,
        Self.stepWords.contains(stem) || Self.isUpdate(word, tokens, index),
        let found = Self.count(tokens, after: index, &isValidation), !isValidation
      {
        step = found.0
        countsIterations = word == "iteration"
        index = found.1
      } else if stem == "batch" {
        isWithinEpoch = true
        batch = Self.count(tokens, after: index, &isValidation)?.0 ?? batch
      } else if split != nil, epoch == nil {
        findEpochBehindSplit(tokens, index, &counted)
      }
    }
    if epoch == nil, step == nil { findBracketed(tokens, knowsEpochs: knowsEpochs, &counted) }
    if epoch != nil, step != nil || countsBefore { isWithinEpoch = true }
    if let count = Self.bracketedCount(tokens.dropFirst(counted)) {
      isWithinEpoch = true
      batch = batch ?? count
    }
    if namesEpoch, let count = Self.namelessCount(tokens.dropFirst(counted)) {
      isWithinEpoch = true
      batch = batch ?? count
    }
  }

  /// Whether a number says how long an epoch is, as in `1 epoch = 2640 batches`.
  private static func isLength(_ tokens: [LineTokens.Token], _ end: Int) -> Bool {
    guard end < tokens.count, let unit = tokens[end].lower else { return false }
    return counts.contains(unit) || unit == "batches"
  }

  /// Whether a word is short for updates, as in Marian's `Ep. 1 : Up. 500`.
  private static func isUpdate(_ word: String, _ tokens: [LineTokens.Token], _ index: Int) -> Bool {
    word == "up" && index < tokens.count && tokens[index].isMark(".")
  }

  /// Whether a fraction behind a counter's word is the value of a metric, as in `Training acc over epoch: 0.71`.
  private static func isValue(_ number: Double, _ before: ArraySlice<LineTokens.Token>) -> Bool {
    guard number != number.rounded() else { return false }
    let words = before.reversed().prefix { $0.lower != nil }.compactMap(\.lower)
    return words.contains { $0.count > 1 && Heading($0).metric.isJudged }
  }

  /// `Train: 0 [  10/19 ( 53%)]` at the beginning of a line, as timm prints, and `Train: [3/300][40/50]` anywhere.
  private mutating func findEpochBehindSplit(
    _ tokens: [LineTokens.Token], _ start: Int, _ counted: inout Int
  ) {
    let isSeparated = start < tokens.count && tokens[start].isSeparator
    if start == 1, isSeparated, tokens.count > 3, case .number(let number) = tokens[2],
      tokens[3].isMark("["), number == number.rounded()
    {
      epoch = number
      return
    }
    let begin = isSeparated ? start + 1 : start
    guard begin + 5 < tokens.count, tokens[begin].isMark("["), tokens[begin + 2].isMark("]"),
      tokens[begin + 3].isMark("["), case .ratio = tokens[begin + 4], tokens[begin + 5].isMark("]")
    else { return }
    switch tokens[begin + 1] {
    case .number(let number), .ratio(let number, _):
      guard number == number.rounded(), number >= 0 else { return }
      epoch = number
      counted = begin + 3
    default: return
    }
  }

  /// The number of `第 3 轮` and `第 3 个epoch`, behind the first word, and the place behind it.
  private static func ordinal(_ tokens: [LineTokens.Token], _ index: Int) -> (Double, Int)? {
    guard index + 1 < tokens.count, case .number(let number) = tokens[index], number >= 0,
      let unit = tokens[index + 1].lower, ["轮", "輪", "个epoch", "個epoch"].contains(where: unit.hasPrefix)
    else { return nil }
    return (number, index + 2)
  }

  /// `[003/030]`, `[2,  2000]` and `[2: 30/469]` at the beginning of a line.
  private mutating func findBracketed(
    _ tokens: [LineTokens.Token], knowsEpochs: Bool, _ counted: inout Int
  ) {
    guard tokens.count > 3, tokens[0].isMark("[") else { return }
    if case .ratio(let number, _) = tokens[1], tokens[2].isMark("]"), !knowsEpochs {
      epoch = number
      counted = 3
    } else if case .number(let number) = tokens[1], tokens[2].isMark(","), case .number = tokens[3],
      tokens.count > 4, tokens[4].isMark("]")
    {
      epoch = number
      isWithinEpoch = true
    } else if case .number(let number) = tokens[1], tokens[2].isMark(":"), case .ratio = tokens[3],
      tokens.count > 4, tokens[4].isMark("]"), number == number.rounded(), number >= 0
    {
      epoch = number
      isWithinEpoch = true
    }
  }

  /// The count of batches that follows the epoch, as in fairseq's `epoch 001:    100 / 390 loss=9.8`.
  private static func namelessCount(_ tokens: ArraySlice<LineTokens.Token>) -> Double? {
    guard let first = tokens.first(where: { if case .mark = $0 { false } else { true } }),
      case .ratio(let part, let whole) = first
    else { return nil }
    return part == part.rounded() && whole == whole.rounded() && whole > 1 ? part : nil
  }

  private static func bracketedCount(_ tokens: ArraySlice<LineTokens.Token>) -> Double? {
    for (one, other) in zip(tokens, tokens.dropFirst()) where one.isMark("[") {
      if case .ratio(let count, _) = other { return count }
    }
    return nil
  }

  /// The number behind a counter's word: `3`, `: 3`, `[3/30]`, `(train) [3][5/40]`.
  private static func count(
    _ tokens: [LineTokens.Token], after start: Int, _ isValidation: inout Bool
  ) -> (Double, Int)? {
    var index = start
    if index + 2 < tokens.count, tokens[index].isMark("("), let word = tokens[index + 1].lower,
      tokens[index + 2].isMark(")"), let split = ColumnVocabulary.split(word)
    {
      isValidation = split != .training
      index += 3
    }
    var marks = 0
    while index < tokens.count, marks < 3 {
      switch tokens[index] {
      case .number(let number):
        // `Epoch: 0.5` of a log with fractions counts too; what is not finite does not.
        return number.isFinite && number >= 0 ? (number, index + 1) : nil
      case .ratio(let number, _): return (number, index + 1)
      case .mark(let mark):
        // The point is that of `Ep. 3`.
        guard [UInt8](":=[#(\t-".utf8).contains(mark) || mark == UInt8(ascii: ".") && index == start else {
          return nil
        }
        index += 1
        marks += 1
      default: return nil
      }
    }
    return nil
  }

  /// The number in front of a counter's word, as in Catalyst's `3/30 * Epoch (train):`.
  ///
  /// - Parameter end: The place behind the word.
  private static func countBefore(_ tokens: [LineTokens.Token], _ end: Int) -> (Double, Int)? {
    guard end > 2, tokens[end - 2].isMark("*"), case .ratio(let number, _) = tokens[end - 3] else {
      return nil
    }
    return (number, end)
  }

  /// Counts on where every line says `Epoch 1/1`, as when Keras is asked for one epoch again and again.
  mutating func countOn(_ tokens: [LineTokens.Token], singleEpochs: inout Double) {
    guard tokens.count == 2, namesEpoch, tokens[1] == .ratio(1, 1) else { return }
    singleEpochs += 1
    epoch = singleEpochs
  }

  /// Whether a line ends a trial of a search, as Keras Tuner's `Trial 1 Complete`: the best values of it are told next.
  static func endsTrial(_ tokens: [LineTokens.Token]) -> Bool {
    guard tokens.count > 2, tokens[0].lower == "trial", case .number = tokens[1] else { return false }
    return tokens[2].lower == "complete"
  }

  /// Takes the step that a bar over the whole run counts.
  mutating func take(step: Double) { self.step = step }

  /// Takes an epoch that no line names.
  mutating func count(_ epoch: Double) { self.epoch = epoch }

  /// Whether a word stands for an epoch.
  static func isEpoch(_ word: String) -> Bool { epochWords.contains(word.lowercased()) }

  /// Whether a word is a counter with its number, such as `epoch_3`.
  static func isCounter(_ word: String) -> Bool {
    let (stem, number) = cut(word.lowercased())
    return number != nil && epochWords.contains(stem)
  }

  /// Cuts `epoch3` and `epoch_3`.
  private static func cut(_ word: String) -> (stem: String, number: Double?) {
    if word.hasPrefix("第"), word.hasSuffix("轮") || word.hasSuffix("輪") || word.hasSuffix("epoch") {
      let number = word.dropFirst().prefix { ("0"..."9").contains($0) }
      return ("epoch", number.count < 9 ? Double(String(number)) : nil)
    }
    let digits = word.reversed().prefix { ("0"..."9").contains($0) }
    // `e001` is short for it, `e1` is not.
    let isShort = word.utf8.count == 4 && digits.count == 3 && word.hasPrefix("e")
    guard !digits.isEmpty, digits.count < 9, isShort || word.hasPrefix("ep"),
      let number = Double(String(digits.reversed()))
    else { return (word, nil) }
    var stem = word.dropLast(digits.count)
    if stem.last == "_" || stem.last == "-" { stem = stem.dropLast() }
    return (isShort ? "ep" : String(stem), number)
  }
}
