import RunRecords

/// Puts what people print into the plain wording `part metric: value` that ``PrintedPairs`` reads.
///
/// `loss (val) 0.5`, `val_loss -> 0.5`, `val_loss [0.5]`, `Loss | train: 0.6 | val: 0.5`, `Loss at epoch 3: 0.5` and
/// `Loss (train/val): 0.6/0.5` say the same in other words, and so do `loss: 0.6 (val: 0.5)`,
/// `loss 0.6 (train) 0.5 (val)` and `0.6 train loss, 0.5 val loss`.
struct PrintedWording {
  typealias Token = LineTokens.Token

  private var tokens: [Token] = []
  private var index = 0
  private var plain: [Token] = []
  /// The words since the last mark or number.
  private var name: [String] = []
  /// The metric that was named before the parts of the data or the counter it is told of.
  private var subject: [String] = []
  /// The name of the value that came last; one without a name goes on with it.
  private var namedLast: [String] = []
  /// What brackets said of other parts of the data: it goes to the end of the line, for it is not about what follows.
  private var asides: [Token] = []
  /// Whether a counter with its number came behind the subject, so that its value is next.
  private var isCounted = false
  /// The two parts of `train/val`, whose values are printed as a ratio.
  private var parts: (first: String, second: String)?
  var metrics = MetricWords()
  /// The names whose values were lists with one for each class.
  private(set) var averaged: Set<String> = []
  private static let mostAveraged = 16

  /// The tokens of a line in plain wording.
  mutating func plain(_ line: [Token]) -> [Token] {
    (tokens, index, plain, name, subject, isCounted, parts) = (
      Self.spelledOut(line), 0, [], [], [], false, nil
    )
    (namedLast, asides) = ([], [])
    plain.reserveCapacity(line.count)
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .word(let word): take(word)
      case .number(let value):
        if let words = wordsBehind(value) { takeNamed(token, words) } else { takeNumber(token) }
      case .missing: takeNumber(token)
      case .ratio(let first, let second): takeRatio(first, second)
      case .percent where isBar && !metrics.hasMetric(name): end(with: .quantity)
      case .mark: takeMark(token)
      case .percent: takePercent(token)
      case .quantity: end(with: token)
      }
    }
    return plain + asides
  }

  private static func isInitial(_ token: Token) -> Bool {
    guard case .word(let word) = token, (2...3).contains(word.utf8.count) || word.dropFirst().first == "_"
    else { return false }
    return ColumnVocabulary.pairedInitials.contains(word.lowercased())
  }

  /// The tokens with short names such as `tl` and `vl` written out, where both of a pair are among them.
  private static func spelledOut(_ line: [Token]) -> [Token] {
    // Hardly any line has one.
    guard line.contains(where: isInitial) else { return line }
    let words = line.compactMap(\.lower)
    let initials = ColumnVocabulary.initials(among: Set(words))
    return initials.isEmpty
      ? line : line.map { $0.lower.flatMap { initials[$0] }.map { .word($0) } ?? $0 }
  }

  private var next: Token? { index < tokens.count ? tokens[index] : nil }
  private var isNumberNext: Bool {
    switch next {
    case .number?, .missing?: true
    default: false
    }
  }
  /// Whether a progress bar is drawn next: behind its edge come characters, and no word.
  private var isBar: Bool {
    guard next?.isMark("|") ?? false else { return false }
    guard index + 1 < tokens.count, case .word(let word) = tokens[index + 1] else { return true }
    return !(word.first?.isLetter ?? false)
  }
  private static let separator = Token.mark(UInt8(ascii: ":"))
  private static let comma = Token.mark(UInt8(ascii: ","))

  private mutating func take(_ word: String) {
    if metrics.kind(word).contains(.parts), let both = MetricWords.parts(word) {
      parts = both
      return
    }
    // `Loss: train 0.6`: what is separated from the next word has no value of its own.
    if let last = plain.last, last.isSeparator { remember() }
    name.append(word)
    plain.append(.word(word))
  }

  private mutating func takeNumber(_ number: Token) {
    let isSeparated = plain.last?.isSeparator ?? false
    if !name.isEmpty { namedLast = name }
    if metrics.isCounter(name) {
      let own = metrics.metric(in: name)
      if !own.isEmpty { subject = own }
      isCounted = !subject.isEmpty
    } else if metrics.isPart(name) {
      if !isSeparated, !subject.isEmpty { plain += subject.map { .word($0) } + [Self.separator] }
      namedLast = subject
    } else if let last = name.last, metrics.isPart([last]) {
      subject = metrics.metric(in: Array(name.dropLast()))
      if !subject.isEmpty, !isSeparated { plain.append(Self.separator) }
    } else if !name.isEmpty {
      subject = []
    }
    name = []
    plain.append(number)
  }

  /// The words of the metric whose value came last, without those for a part of the data.
  private mutating func told() -> [String] {
    let isNamedBehind = namedLast.last.map { metrics.isPart([$0]) } ?? false
    var told = metrics.metric(in: isNamedBehind ? namedLast.dropLast() : namedLast)
    told.removeAll { metrics.kind($0).contains(.part) }
    return told
  }

  /// The words that name a value before them, as in `0.53 val loss, 0.6 val acc`.
  private mutating func wordsBehind(_ value: Double) -> [String]? {
    guard name.isEmpty, value != value.rounded() else { return nil }
    var words: [String] = []
    var end = index
    while end < tokens.count, case .word(let word) = tokens[end] {
      words.append(word)
      end += 1
    }
    guard words.count == 2, metrics.kind(words[0]).contains(.part), metrics.kind(words[1]).contains(.metric)
    else { return nil }
    return end == tokens.count || [",", ";", "|"].contains(where: tokens[end].isMark) ? words : nil
  }

  /// Takes a value whose name stands behind it.
  private mutating func takeNamed(_ number: Token, _ words: [String]) {
    index += words.count
    plain += [Self.comma] + words.map { .word($0) } + [Self.separator, number]
    namedLast = Array(words.dropFirst())
  }

  private mutating func takeRatio(_ first: Double, _ second: Double) {
    if !takeParts(.number(first), .number(second)) { plain.append(.ratio(first, second)) }
    (name, parts) = ([], nil)
  }

  /// Takes a percentage, or both of `train/val acc: 61% / 58%`.
  private mutating func takePercent(_ percent: Token) {
    guard next?.isMark("/") ?? false, index + 1 < tokens.count, case .percent = tokens[index + 1],
      takeParts(percent, tokens[index + 1])
    else {
      if !name.isEmpty { namedLast = name }
      let isNamed = name.last.map { metrics.isPart([$0]) } ?? false
      if isNamed, !told().isEmpty, !(plain.last?.isSeparator ?? false) { plain.append(Self.separator) }
      return end(with: percent)
    }
    index += 2
    (name, parts) = ([], nil)
  }

  /// Takes the values of the two parts of the data that were named; returns whether there are two.
  private mutating func takeParts(_ first: Token, _ second: Token) -> Bool {
    let metric = metrics.metric(in: name)
    let told = metric.isEmpty ? subject : metric
    guard let parts, !told.isEmpty else { return false }
    for (part, value) in [(parts.first, first), (parts.second, second)] {
      plain += [Self.comma, .word(part)] + told.map { .word($0) }
      plain += [Self.separator, value]
    }
    return true
  }

  private mutating func takeMark(_ mark: Token) {
    if plain.last?.isSeparator ?? false, mark.isMark(">") || mark.isMark("\t") { return }
    if name.isEmpty, takeBracketBehindValue(mark) { return }
    let isMetric = !name.isEmpty && metrics.isMetric(name)
    if mark.isSeparator {
      if isCounted, name.isEmpty {
        plain += [Self.comma] + subject.map { .word($0) }
        (name, isCounted) = (subject, false)
      } else if metrics.isPart(name), !subject.isEmpty, isNumberNext {
        plain += subject.map { .word($0) }
      }
      plain.append(Self.separator)
    } else if mark.isMark("-"), !name.isEmpty, next?.isMark(">") ?? false {
      index += 1
      plain.append(Self.separator)
    } else if mark.isMark("-"), isMetric, isNumberNext, !(name.last?.last?.isNumber ?? true) {
      plain.append(Self.separator)
    } else if let pair = tuple(mark) {
      index += 4
      take(pair.name)
      plain.append(Self.separator)
      takeNumber(pair.value)
    } else if isMetric, mark.isMark("["), let list = listOfClasses() {
      index = list.end
      if averaged.count < Self.mostAveraged { averaged.insert(name.joined(separator: " ")) }
      plain.append(Self.separator)
      takeNumber(.number(list.mean))
    } else if isMetric, mark.isMark("("), let mean = meanOverClasses() {
      index = mean.end
      plain.insert(.word(mean.word), at: plain.count - name.count)
      name.insert(mean.word, at: 0)
    } else if !name.isEmpty, let inside = bracketed(mark) {
      switch inside {
      case .word(let word) where metrics.isPart([word]):
        index += 2
        take(word)
      case .word(let word)
      where isMetric && mark.isMark("(")
        && !metrics.kind(word).isDisjoint(with: [.counter, .batchCounter]):
        index += 2
        guard !PrintedPlace.isEpoch(word) else { break }
        // `loss (batch)` is the loss of a batch.
        plain.insert(.word(Self.ofBatch), at: plain.count - name.count)
        name.insert(Self.ofBatch, at: 0)
      case .number where isMetric && mark.isMark("["):
        index += 2
        plain.append(Self.separator)
        takeNumber(inside)
      default: end(with: mark)
      }
    } else {
      end(with: mark)
    }
  }

  private static let ofBatch = "batch"

  /// Takes what brackets behind a value say of it or beside it: `0.6 (train)`, and `loss: 0.6 (val: 0.5)`.
  ///
  /// - Returns: Whether they say a part of the data.
  private mutating func takeBracketBehindValue(_ mark: Token) -> Bool {
    guard mark.isMark("(") || mark.isMark("["), let value = plain.last, value.isValue,
      case .word(let part)? = next, metrics.isPart([part]), case let told = told(), !told.isEmpty
    else { return false }
    let close: Unicode.Scalar = mark.isMark("(") ? ")" : "]"
    var end = index + 1
    if end < tokens.count, tokens[end].isMark(close) { return move(value, to: part, of: told) }
    if end < tokens.count, tokens[end].isSeparator { end += 1 }
    guard end + 1 < tokens.count, tokens[end].isValue, tokens[end + 1].isMark(close) else { return false }
    asides += [Self.comma, .word(part)] + told.map { .word($0) } + [Self.separator, tokens[end]]
    index = end + 2
    return true
  }

  /// Says of the last value the part of the data that stands behind it, unless its name did.
  private mutating func move(_ value: Token, to part: String, of told: [String]) -> Bool {
    var begin = plain.count - 1
    while begin > 0, plain[begin - 1].isSeparator || plain[begin - 1].lower != nil { begin -= 1 }
    let words = plain[begin...].compactMap { if case .word(let word) = $0 { word } else { nil } }
    guard metrics.part(in: words) == nil else { return false }
    plain.removeSubrange(begin...)
    plain += [Self.comma, .word(part)] + told.map { .word($0) } + [Self.separator, value]
    index += 2
    return true
  }

  /// The name and the value of a tuple such as `('loss', 0.5)`.
  private func tuple(_ mark: Token) -> (name: String, value: Token)? {
    guard mark.isMark("("), index + 3 < tokens.count, case .word(let name) = tokens[index],
      tokens[index + 1].isMark(","), case .number = tokens[index + 2], tokens[index + 3].isMark(")")
    else { return nil }
    return (name, tokens[index + 2])
  }

  /// The mean of the values of all classes in brackets behind a score, as in nnU-Net's `Pseudo dice [0.91, 0.72]`, and
  /// the place behind them; a class that does not occur has no value.
  private func listOfClasses() -> (mean: Double, end: Int)? {
    guard let last = name.last, Heading(last).metric.unit == .fraction,
      let end = tokens[index...].firstIndex(where: { $0.isMark("]") })
    else { return nil }
    var values: [Double] = []
    for token in tokens[index..<end] {
      switch token {
      case .number(let value): values.append(value)
      // The bracket closes that of a type, as in `np.float32(0.91)`.
      case .mark where token.isMark(",") || token.isMark(")"): continue
      default: return nil
      }
    }
    let known = values.filter(\.isFinite)
    guard values.count > 1, !known.isEmpty else { return nil }
    return (known.reduce(0, +) / Double(known.count), end + 1)
  }

  /// How brackets behind a name say that its value is a mean over classes, as in `f1-score (micro avg) 0.66`, and the
  /// place behind them.
  private func meanOverClasses() -> (word: String, end: Int)? {
    guard index + 2 < tokens.count, case .word(let word) = tokens[index],
      ["macro", "micro", "weighted"].contains(word.lowercased()),
      ["avg", "average"].contains(tokens[index + 1].lower), tokens[index + 2].isMark(")")
    else { return nil }
    return (word, index + 3)
  }

  /// What stands alone in the brackets that a mark opens.
  private func bracketed(_ mark: Token) -> Token? {
    guard mark.isMark("(") || mark.isMark("["), index + 1 < tokens.count else { return nil }
    return tokens[index + 1].isMark(mark.isMark("(") ? ")" : "]") ? tokens[index] : nil
  }

  private mutating func end(with token: Token) {
    remember()
    plain.append(token)
  }

  /// Keeps the words as the subject if they name a metric.
  private mutating func remember() {
    let metric = metrics.metric(in: name)
    if !metric.isEmpty { subject = metric }
    name = []
  }
}
