/// Puts what people print into the plain wording `part metric: value` that ``PrintedPairs`` reads.
///
/// `loss (val) 0.5`, `val_loss -> 0.5`, `val_loss [0.5]`, `Loss | train: 0.6 | val: 0.5`, `Loss at epoch 3: 0.5` and
/// `Loss (train/val): 0.6/0.5` say the same in other words.
struct PrintedWording {
  typealias Token = LineTokens.Token

  private var tokens: [Token] = []
  private var index = 0
  private var plain: [Token] = []
  /// The words since the last mark or number.
  private var name: [String] = []
  /// The metric that was named before the parts of the data or the counter it is told of.
  private var subject: [String] = []
  /// Whether a counter with its number came behind the subject, so that its value is next.
  private var isCounted = false
  /// The two parts of `train/val`, whose values are printed as a ratio.
  private var parts: (first: String, second: String)?
  var metrics = MetricWords()

  /// The tokens of a line in plain wording.
  mutating func plain(_ line: [Token]) -> [Token] {
    (tokens, index, plain, name, subject, isCounted, parts) = (line, 0, [], [], [], false, nil)
    plain.reserveCapacity(line.count)
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .word(let word): take(word)
      case .number: takeNumber(token)
      case .ratio(let first, let second): takeRatio(first, second)
      case .percent where (next?.isMark("|") ?? false) && !metrics.hasMetric(name): end(with: .quantity)
      case .mark: takeMark(token)
      case .percent: takePercent(token)
      case .quantity: end(with: token)
      }
    }
    return plain
  }

  private var next: Token? { index < tokens.count ? tokens[index] : nil }
  private var isNumberNext: Bool { if case .number? = next { true } else { false } }
  private static let separator = Token.mark(UInt8(ascii: ":"))

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
    if metrics.isCounter(name) {
      let own = metrics.metric(in: name)
      if !own.isEmpty { subject = own }
      isCounted = !subject.isEmpty
    } else if metrics.isPart(name) {
      if !isSeparated, !subject.isEmpty { plain += subject.map { .word($0) } + [Self.separator] }
    } else if let last = name.last, metrics.isPart([last]) {
      subject = metrics.metric(in: Array(name.dropLast()))
      if !subject.isEmpty, !isSeparated { plain.append(Self.separator) }
    } else if !name.isEmpty {
      subject = []
    }
    name = []
    plain.append(number)
  }

  private mutating func takeRatio(_ first: Double, _ second: Double) {
    if !takeParts(.number(first), .number(second)) { plain.append(.ratio(first, second)) }
    (name, parts) = ([], nil)
  }

  /// Takes a percentage, or both of `train/val acc: 61% / 58%`.
  private mutating func takePercent(_ percent: Token) {
    guard next?.isMark("/") ?? false, index + 1 < tokens.count, case .percent = tokens[index + 1],
      takeParts(percent, tokens[index + 1])
    else { return end(with: percent) }
    index += 2
    (name, parts) = ([], nil)
  }

  /// Takes the values of the two parts of the data that were named; returns whether there are two.
  private mutating func takeParts(_ first: Token, _ second: Token) -> Bool {
    let metric = metrics.metric(in: name)
    let told = metric.isEmpty ? subject : metric
    guard let parts, !told.isEmpty else { return false }
    for (part, value) in [(parts.first, first), (parts.second, second)] {
      plain += [.mark(UInt8(ascii: ",")), .word(part)] + told.map { .word($0) }
      plain += [Self.separator, value]
    }
    return true
  }

  private mutating func takeMark(_ mark: Token) {
    if plain.last?.isSeparator ?? false, mark.isMark(">") || mark.isMark("\t") { return }
    let isMetric = !name.isEmpty && metrics.isMetric(name)
    if mark.isSeparator {
      if isCounted, name.isEmpty {
        plain += [.mark(UInt8(ascii: ","))] + subject.map { .word($0) }
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
    } else if !name.isEmpty, let inside = bracketed(mark) {
      switch inside {
      case .word(let word) where metrics.isPart([word]):
        index += 2
        take(word)
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

  /// The name and the value of a tuple such as `('loss', 0.5)`.
  private func tuple(_ mark: Token) -> (name: String, value: Token)? {
    guard mark.isMark("("), index + 3 < tokens.count, case .word(let name) = tokens[index],
      tokens[index + 1].isMark(","), case .number = tokens[index + 2], tokens[index + 3].isMark(")")
    else { return nil }
    return (name, tokens[index + 2])
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
