import RunRecords

/// A name and its value, found in a printed line.
struct PrintedPair {
  let heading: Heading
  let value: Double
  let isPercent: Bool
  /// The value is a mean over the epoch so far, as the `(2.34)` of `Loss: 2.37 (2.34)`.
  let isRunningMean: Bool
  /// The name as it was printed, where it has the split of the name with a value before it.
  var bare: Heading?

  /// The pair under the name as it was printed.
  var withoutSplit: PrintedPair {
    PrintedPair(heading: bare ?? heading, value: value, isPercent: isPercent, isRunningMean: isRunningMean)
  }
}

/// Finds `name: value`, `name=value` and `name value` in printed lines.
///
/// A name that says no split takes that of the nearest word before it that does.
struct PrintedPairs {
  /// The split of a heading line such as `Test Error:`, for the lines below it.
  private(set) var carried: String?
  /// The split that the line before ended with, for a summary such as ` * Acc@1 60.1`.
  private var latest: String?
  /// The part of the data whose batches were counted last, before any value.
  private var counted: Split?
  /// The split that the name of the value before said.
  private var ofPair: String?
  /// Whether the latest line has a place for a value of the validation data, and none in it: `val: n/a`.
  private(set) var lacksValidation = false
  private var headings: [String: Heading] = [:]
  /// The names of losses of players on lines with nothing to judge.
  private(set) var players: [String] = []
  private var wording = PrintedWording()
  /// The names whose values were printed as lists with one for each class.
  var averaged: [String] { wording.averaged.sorted() }

  private static let mostHeadings = 8_192
  private static let mostPlayers = 16
  private static let longestName = 4
  /// Words that stand before names and are none of them.
  private static let noise: Set<String> = [
    "info", "debug", "warning", "root", "main", "__main__", "and", "with", "epoch", "end", "results",
    "result", "done",
    "finished", "got", "is", "was", "at",
  ]
  private static let noNames: Set<String> = [
    "cuda", "device", "eta", "http", "https", "ip", "mpirank", "pid", "port", "rank",
  ]
  /// The endings of programs, whose lines are numbered in front of what they log: `train.py:45`.
  private static let programs: Set<Substring> = ["cc", "cpp", "go", "java", "jl", "py", "rs", "scala"]

  /// The heading of a name; each is understood once.
  mutating func heading(_ name: String) -> Heading {
    if let known = headings[name] { return known }
    let heading = Heading(name)
    if headings.count < Self.mostHeadings { headings[name] = heading }
    return heading
  }

  /// Forgets a split that a heading line gave.
  mutating func endSection() { carried = nil }

  /// The pairs of a line; none if there is nothing among them to judge.
  mutating func find(in line: [LineTokens.Token]) -> [PrintedPair] {
    counted = nil
    lacksValidation = false
    guard !PrintedSummaries.tellsOfBest(line) else { return [] }
    let tokens = wording.plain(line)
    var pairs: [PrintedPair] = []
    var context = tokens.first?.isMark("*") ?? false ? latest : carried
    if PrintedSummaries.beginsEvaluation(line) { context = "eval" }
    ofPair = nil
    var name: [String] = []
    var isSeparated = false
    var words: [String] = []
    var hasNumber = false
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .word("is") where !name.isEmpty, .word("was") where !name.isEmpty: isSeparated = true
      case .word(let word):
        if isSeparated {
          context = split(in: name) ?? context
          name = []
        }
        isSeparated = false
        name.append(word)
        words.append(word)
      case .mark where token.isSeparator && !name.isEmpty && !isSeparated:
        isSeparated = true
      case .number(let value):
        hasNumber = true
        let (mean, next) = Self.isMean(name) ? (nil, index) : Self.runningMean(of: value, tokens, index)
        // `Train: 3 [  10/19]` counts epochs.
        let isCounter = index < tokens.count && tokens[index].isMark("[")
        if let pair = pair(
          name, isSeparated, mean ?? value, isRunningMean: mean != nil, isCounter: isCounter, &context)
        {
          pairs.append(pair)
          index = next
        } else if !isSeparated, index < tokens.count, let told = toldOf(value, name, tokens[index]) {
          name = told
          continue
        }
        (name, isSeparated) = ([], false)
      case .percent(let value):
        hasNumber = true
        if let pair = pair(name, isSeparated, value, isPercent: true, &context) { pairs.append(pair) }
        (name, isSeparated) = ([], false)
      case .ratio(let part, let whole):
        hasNumber = true
        // `acc 0.61/0.58` are the values of two parts of the data.
        let isCount = whole > 0 && part <= whole && part == part.rounded() && whole == whole.rounded()
        if isCount {
          if let pair = pair(name, isSeparated, part / whole, isShare: true, &context) { pairs.append(pair) }
        } else if counts(name), let split = split(in: name) {
          // WeNet's `CV Batch 78/20` counts epochs and batches.
          context = split
        }
        (name, isSeparated) = ([], false)
      case .missing:
        if let pair = pair(name, isSeparated, .nan, &context), pair.heading.split == .validation {
          lacksValidation = true
        }
        (name, isSeparated) = ([], false)
      case .quantity where !pairs.isEmpty && index < tokens.count && tokens[index].isMark("|"):
        // `loss 0.5 | train 2.1s | Acc 0.4` tells how long the training took.
        (name, isSeparated) = ([], false)
      case .mark, .quantity:
        context = split(in: name) ?? context
        (name, isSeparated) = ([], false)
      }
    }
    pairs = Self.withoutLeaks(Self.withoutDoubles(pairs))
    // `Epoch 3 - val metrics:` is such a line as well as `Validation`.
    let title = hasNumber ? isSeparated ? name : [] : words
    // `Validation: 0it [00:00, ?it/s]` is a bar of tqdm that has not begun.
    if !title.isEmpty, title.count <= 3, words.last != "it/s" {
      let splits = title.filter { ColumnVocabulary.split($0.lowercased()) != nil }
      if splits.count == 1 { carried = splits[0] }
    }
    let isJudged = pairs.contains { $0.heading.metric.isJudged && !$0.heading.isIgnored }
    carry(lineBeginning: tokens, isJudged: isJudged)
    guard isJudged || BareSplits.areBoth(pairs.map(\.heading)) else {
      note(playersAmong: pairs)
      return []
    }
    latest = context
    return pairs
  }

  private mutating func note(playersAmong pairs: [PrintedPair]) {
    for name in pairs.map(\.heading).filter(\.isOfPlayer).map(\.name)
    where players.count < Self.mostPlayers && !players.contains(name) {
      players.append(name)
    }
  }

  /// Carries on the part of the data that a line without values begins with, as in `Test: Total time: 0:00:01`, until
  /// a line begins with another one.
  private mutating func carry(lineBeginning tokens: [LineTokens.Token], isJudged: Bool) {
    if isJudged, carried != nil, hasLabel(tokens) { carried = nil }
    guard tokens.count > 2, case .word(let word) = tokens[0], tokens[1].isMark(":"),
      let split = ColumnVocabulary.split(word.lowercased())
    else { return }
    if isJudged {
      if let carried, ColumnVocabulary.split(carried.lowercased()) != split { self.carried = nil }
    } else if case .word = tokens[2] {
      carried = word
    }
  }

  /// Whether a line says its part of the data in brackets, as Marian's `[valid] Ep. 1 : perplexity : 41.9` does: the
  /// writer marks all lines of it so.
  private func hasLabel(_ tokens: [LineTokens.Token]) -> Bool {
    zip(tokens, zip(tokens.dropFirst(), tokens.dropFirst(2))).contains { open, rest in
      guard open.isMark("["), case .word(let word) = rest.0, rest.1.isMark("]") else { return false }
      return ColumnVocabulary.split(word.lowercased()) != nil
    }
  }

  /// Gives a name back what it said itself, where the name before it told the split of another metric that came for
  /// both parts of the data: the last of `train acc: 0.8, val acc: 0.7, loss: 0.5` is not that of the validation data.
  private static func withoutLeaks(_ pairs: [PrintedPair]) -> [PrintedPair] {
    guard pairs.contains(where: { $0.bare != nil }) else { return pairs }
    var splits: [String: Set<Split>] = [:]
    for pair in pairs where pair.bare == nil && pair.heading.metric.isJudged {
      if let split = pair.heading.split { splits[pair.heading.key, default: []].insert(split) }
    }
    guard splits.values.contains(where: { $0.count > 1 && $0.contains(.training) }) else { return pairs }
    return pairs.map { pair in
      let key = pair.heading.key
      let isLone = splits[key] == nil && pairs.count { $0.heading.key == key } == 1
      return pair.bare != nil && isLone ? pair.withoutSplit : pair
    }
  }

  /// Gives a name back what it said itself, where the one with the split of the name before follows:
  /// `loss: 0.5, val_loss: 0.6, acc: 0.8, val_acc: 0.7`.
  private static func withoutDoubles(_ pairs: [PrintedPair]) -> [PrintedPair] {
    guard pairs.contains(where: { $0.bare != nil }) else { return pairs }
    return pairs.map { pair in
      guard pair.bare != nil,
        pairs.contains(where: {
          $0.bare == nil && $0.heading.split == pair.heading.split && $0.heading.key == pair.heading.key
        })
      else { return pair }
      return pair.withoutSplit
    }
  }

  /// What is left of a name that goes on behind a count, as `accuracy of the network on the 10000 test images` does.
  private mutating func toldOf(_ count: Double, _ name: [String], _ next: LineTokens.Token) -> [String]? {
    guard count == count.rounded(), count > 1, case .word(let word) = next,
      let last = name.last, wording.metrics.kind(last).contains(.joint), wording.metrics.hasMetric(name),
      wording.metrics.kind(word).isDisjoint(with: [.counter, .batchCounter])
    else { return nil }
    return name.filter { !wording.metrics.kind($0).isDisjoint(with: [.metric, .part]) }
  }

  /// Whether a word is the unit of a number before it, as in `6.25 updates/sec perplexity=355.6`.
  private static func isRate(_ word: String) -> Bool { word.hasSuffix("/sec") || word.hasSuffix("/s") }

  /// Whether a number behind a word is that of a processor, a process or a line, and was not measured.
  private static func isNoName(_ word: String) -> Bool {
    if noNames.contains(word) { return true }
    guard let point = word.lastIndex(of: "."), point > word.startIndex else { return false }
    return programs.contains(word[word.index(after: point)...])
  }

  /// The last word of a name that stands for a split.
  private mutating func split(in name: [String]) -> String? { wording.metrics.part(in: name) }

  /// Whether a name ends with a word that counts epochs, steps or batches.
  private mutating func counts(_ name: [String]) -> Bool {
    name.last.map { !wording.metrics.kind($0).isDisjoint(with: [.counter, .batchCounter]) } ?? false
  }

  private mutating func pair(
    _ name: [String], _ isSeparated: Bool, _ value: Double, isPercent: Bool = false, isShare: Bool = false,
    isRunningMean: Bool = false, isCounter: Bool = false, _ context: inout String?
  ) -> PrintedPair? {
    var words = name[...]
    var isAxis = counts(name)
    if isAxis, isSeparated, value != value.rounded(),
      case let metric = wording.metrics.metric(in: name), !metric.isEmpty
    {
      // `Training acc over epoch: 0.71` counts nothing.
      (words, isAxis) = (metric[...], false)
    }
    if isAxis, let part = split(in: name) {
      let split = ColumnVocabulary.split(part.lowercased())
      // `Train steps: 25 Val steps: 4` tells how long both are.
      context = counted == nil || counted == split ? part : carried
      counted = split
    }
    words = words.drop {
      Self.noise.contains($0.lowercased()) || !($0.first?.isLetter ?? false) || PrintedPlace.isCounter($0)
        || Self.isRate($0)
    }
    guard let last = words.last, !isAxis, !Self.isNoName(last.lowercased()) else { return nil }
    if words.count == 1, ColumnVocabulary.split(last.lowercased()) != nil {
      // `Val: 0.65` does not say what was measured; whoever knows may name it.
      context = last
      guard !isCounter, isSeparated || value != value.rounded() else { return nil }
      return PrintedPair(heading: heading(last), value: value, isPercent: isPercent, isRunningMean: false)
    }
    counted = nil
    words = words.suffix(Self.longestName)
    if !isSeparated, !namesMetric(Array(words)) { return nil }
    let bare = heading(words.joined(separator: " "))
    guard !isShare || bare.metric.unit == .fraction else { return nil }
    var found = bare
    var isLent = false
    if bare.split != nil {
      context = split(in: Array(words)) ?? splitWord(of: bare)
      ofPair = context
    } else if let context, !bare.metric.isOfRun, bare.metric.kind != .other {
      found = heading(context + " " + bare.name)
      isLent = ofPair == context || context == carried
    }
    return PrintedPair(
      heading: found, value: value, isPercent: isPercent, isRunningMean: isRunningMean,
      bare: isLent ? bare : nil)
  }

  /// The word for the split of a name such as `val_loss`.
  private func splitWord(of heading: Heading) -> String? {
    NameWords.cut(heading.name).first { ColumnVocabulary.split($0) != nil }
  }

  /// Whether the last words of a name name a metric, so that a number may follow without a mark.
  private mutating func namesMetric(_ words: [String]) -> Bool {
    guard let last = words.last, last.count > 1 else { return false }
    let one = heading(last).metric
    if one.isJudged || one.kind == .learningRate || one.kind == .gradientNorm { return true }
    guard words.count > 1 else { return false }
    return ["learning rate", "grad norm", "error rate"].contains(
      words.suffix(2).joined(separator: " ").lowercased())
  }

  /// Whether a name says that its value is a mean, so that what stands in brackets behind it is none, but a change.
  private static func isMean(_ name: [String]) -> Bool {
    name.contains { word in ["avg", "average", "mean"].contains { word.lowercased().hasPrefix($0) } }
  }

  /// The number in brackets behind a value, and the index of the token behind it; a negative one behind a positive
  /// value is a change.
  private static func runningMean(
    of value: Double, _ tokens: [LineTokens.Token], _ index: Int
  ) -> (Double?, Int) {
    guard index + 2 < tokens.count, tokens[index].isMark("("), case .number(let mean) = tokens[index + 1],
      tokens[index + 2].isMark(")"), !(mean < 0 && value > 0)
    else { return (nil, index) }
    return (mean, index + 3)
  }
}
