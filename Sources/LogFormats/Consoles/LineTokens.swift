import Texts

/// The words, numbers and marks of a printed line.
struct LineTokens {
  enum Token: Equatable {
    case word(String)
    case number(Double)
    /// A number with a percent sign; the number is the one before the sign.
    case percent(Double)
    /// `3/30`
    case ratio(Double, Double)
    /// A number with a unit, a date or a time of day.
    case quantity
    /// What stands in the place of a value that there is none of, such as the `n/a` of `val: n/a`.
    case missing
    case mark(UInt8)

    /// The word in small letters.
    var lower: String? {
      if case .word(let word) = self { word.lowercased() } else { nil }
    }

    /// Whether this is a mark between a name and its value.
    var isSeparator: Bool { self == .mark(UInt8(ascii: ":")) || self == .mark(UInt8(ascii: "=")) }

    /// Whether this is a number, or one with a percent sign.
    var isValue: Bool {
      switch self {
      case .number, .percent: true
      default: false
      }
    }

    func isMark(_ mark: Unicode.Scalar) -> Bool { self == .mark(UInt8(ascii: mark)) }
  }

  private(set) var tokens: [Token] = []
  private let bytes: [UInt8]
  private var index = 0
  private let mark: UInt8

  /// The most tokens of a line.
  static let most = 2_048

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    mark = DecimalComma.isUsed(in: bytes) ? UInt8(ascii: ",") : UInt8(ascii: ".")
    while index < bytes.count, tokens.count < Self.most { scan() }
  }

  /// How many decimals the number has with which the line ends; `nil` if it ends with something else.
  var endingDecimals: Int? {
    guard case .number? = tokens.last else { return nil }
    let decimals = bytes.reversed().prefix { Self.isDigit($0) }.count
    guard decimals < bytes.count, bytes[bytes.count - 1 - decimals] == UInt8(ascii: ".") else { return 0 }
    return decimals
  }

  /// What is printed in the place of a value.
  private static let nothings: Set<String> = ["n/a", "none", "null"]

  /// Types that print themselves around a number.
  private static let wrappers: Set<String> = [
    "tensor", "np.float16", "np.float32", "np.float64", "float", "array", "np.int64", "np.int32",
  ]

  private func byte(_ offset: Int = 0) -> UInt8 {
    index + offset < bytes.count ? bytes[index + offset] : 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

  private mutating func scan() {
    let first = byte()
    if first == 0x20 || first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
      || first == UInt8(ascii: "`")
    {
      index += 1
    } else if Self.isLetter(first) || first == UInt8(ascii: "_") {
      scanWord()
    } else if beginsNumber {
      scanNumber()
    } else if endsAbbreviation {
      index += 1
    } else if standsForNothing {
      tokens.append(.missing)
      index += 1
    } else {
      tokens.append(.mark(first))
      index += 1
    }
  }

  /// Whether a point belongs to the word before it, as in `Train Acc.: 0.5` and `Loss (Val.) 0.6`.
  private var endsAbbreviation: Bool {
    byte() == UInt8(ascii: ".") && index > 0 && Self.isLetter(bytes[index - 1])
      && [UInt8](":=)]".utf8).contains(byte(1))
  }

  private var isBehindSeparator: Bool { tokens.last?.isSeparator ?? false }

  /// Whether a dash stands alone in the place of a value, as in `val: -`.
  private var standsForNothing: Bool {
    guard byte() == UInt8(ascii: "-"), isBehindSeparator else { return false }
    let next = bytes[(index + 1)...].first { $0 != 0x20 }
    return next.map { [UInt8](",;|)]}".utf8).contains($0) } ?? true
  }

  private var beginsNumber: Bool {
    if Self.isDigit(byte()) { return true }
    let point = UInt8(ascii: ".")
    if byte() == point { return mark == point && Self.isDigit(byte(1)) }
    guard byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") else { return false }
    let before = index > 0 ? bytes[index - 1] : 0x20
    guard !Self.isDigit(before), !Self.isLetter(before) else { return false }
    return Self.isDigit(byte(1)) || byte(1) == point && mark == point && Self.isDigit(byte(2))
      || signedWord != nil
  }

  /// `-nan` and `-inf`.
  private var signedWord: Double? {
    let word = bytes[(index + 1)...].prefix { Self.isLetter($0) }.prefix(9).map { $0 | 0x20 }
    if word == Array("nan".utf8) { return .nan }
    if word == Array("inf".utf8) || word == Array("infinity".utf8) {
      return byte() == UInt8(ascii: "-") ? -.infinity : .infinity
    }
    return nil
  }

  private mutating func scanWord() {
    let start = index
    while index < bytes.count {
      let current = byte()
      let next = byte(1)
      let isPart = Self.isLetter(current) || Self.isDigit(current) || current == UInt8(ascii: "_")
      let goesOn = Self.isLetter(next) || Self.isDigit(next)
      switch current {
      case _ where Self.isDigit(current) && Self.endsWithCopula(bytes[start..<index]):
        if index - start > Self.copulaLength {
          finishWord(String(decoding: bytes[start..<(index - Self.copulaLength)], as: UTF8.self))
        }
        return tokens.append(.mark(UInt8(ascii: ":")))
      case _ where isPart: index += 1
      case UInt8(ascii: "@") where goesOn, UInt8(ascii: "/") where goesOn, UInt8(ascii: ".") where goesOn:
        index += 1
      case UInt8(ascii: "-") where Self.isLetter(next), UInt8(ascii: "'") where Self.isLetter(next):
        index += 1
      case UInt8(ascii: "-") where isRank(of: bytes[start..<index]): index += 2
      default: return finishWord(String(decoding: bytes[start..<index], as: UTF8.self))
      }
    }
    finishWord(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// The bytes of each of the words that stand for "is" in Chinese, which no blank parts from a number.
  private static let copulas = ["为", "為", "是"].map { Array($0.utf8) }
  private static let copulaLength = 3

  /// Whether a word ends with "is" in Chinese, as that of `训练集上的损失为0.53` does.
  private static func endsWithCopula(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last, last >= 0x80 else { return false }
    return copulas.contains { word.suffix(copulaLength).elementsEqual($0) }
  }

  /// Whether a hyphen and one digit belong to the name of a metric, as in `top-1`.
  private func isRank(of word: ArraySlice<UInt8>) -> Bool {
    guard Self.isDigit(byte(1)), !Self.isDigit(byte(2)), byte(2) != mark, word.count < 8 else { return false }
    let digit = Character(Unicode.Scalar(byte(1)))
    return ColumnVocabulary.metrics["\(String(decoding: word, as: UTF8.self).lowercased()) \(digit)"] != nil
  }

  private mutating func finishWord(_ word: String) {
    switch word.lowercased() {
    case "nan": tokens.append(.number(.nan))
    case "inf", "infinity": tokens.append(.number(.infinity))
    case let lower where isBehindSeparator && Self.nothings.contains(lower): tokens.append(.missing)
    case let lower where byte() == UInt8(ascii: "(") && Self.wrappers.contains(lower): index += 1
    default: tokens.append(.word(word))
    }
  }

  private mutating func scanNumber() {
    if let value = signedWord, !Self.isDigit(byte()) {
      index += 1
      while Self.isLetter(byte()) { index += 1 }
      tokens.append(.number(value))
      return
    }
    let start = index
    // `0.52 (+0.03)` tells how much a value has changed.
    let isChange = byte() == UInt8(ascii: "+") && start > 0 && bytes[start - 1] == UInt8(ascii: "(")
    guard let value = readNumber() else {
      // Whatever stands here, a line comes to its end.
      if index == start { index += 1 }
      return
    }
    let next = byte()
    if isChange {
      tokens.append(.quantity)
    } else if isGlued(Self.epoch) {
      tokens += [.word("epoch"), .number(value)]
      index += Self.epoch.count
    } else if Self.isLetter(next) || next == UInt8(ascii: "_") {
      skipQuantity()
    } else if (next == UInt8(ascii: ":") || next == UInt8(ascii: "-")) && Self.isDigit(byte(1)) {
      skipQuantity()
    } else if let sign = offset(of: UInt8(ascii: "%"), within: 1) {
      index += sign + 1
      tokens.append(.percent(value))
    } else if let slash = offset(of: UInt8(ascii: "/"), within: 1) {
      scanRatio(value, slash: slash)
    } else {
      tokens.append(.number(value))
    }
  }

  private static let epoch = Array("epoch".utf8)
  private static let batch = Array("batch".utf8)

  /// Whether a word follows that is glued to its number, as in ESPnet's `3epoch:train:1-100batch:`.
  private func isGlued(_ word: [UInt8]) -> Bool {
    // The `2.5epoch/s` of tqdm is how fast it goes.
    bytes[index...].starts(with: word) && !Self.isLetter(byte(word.count))
      && byte(word.count) != UInt8(ascii: "/")
  }

  private mutating func scanRatio(_ value: Double, slash: Int) {
    let start = index
    index += slash + 1
    while byte() == 0x20 { index += 1 }
    guard Self.isDigit(byte()), let whole = readNumber() else {
      // Between blanks the slash keeps two parts of the line apart: `R2 0.44 / test MSE 1.2`.
      let isApart = slash > 0 && bytes[index - 1] == 0x20
      if Self.isLetter(byte()), !isApart { return skipQuantity() }
      index = start
      tokens.append(.number(value))
      return
    }
    if Self.isLetter(byte()) || byte() == UInt8(ascii: "/") && Self.isDigit(byte(1)) {
      skipQuantity()
    } else {
      tokens.append(.ratio(value, whole))
    }
  }

  /// Reads digits, a fraction and an exponent.
  private mutating func readNumber() -> Double? {
    let start = index
    if byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "+") { index += 1 }
    while Self.isDigit(byte()) { index += 1 }
    let thousands = lengthOfThousands(from: start)
    index += thousands
    let beginOfFraction = index
    if byte() == mark, mark == UInt8(ascii: ".") ? !Self.isLetter(byte(1)) : Self.isDigit(byte(1)) {
      index += 1
      while Self.isDigit(byte()) { index += 1 }
    }
    // Julia writes `2.5f0`.
    if byte() | 0x20 == UInt8(ascii: "e") || byte() == UInt8(ascii: "f") && index > beginOfFraction {
      let sign = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") ? 1 : 0
      if Self.isDigit(byte(1 + sign)) {
        index += 1 + sign
        while Self.isDigit(byte()) { index += 1 }
      }
    }
    if thousands > 0 {
      let digits = bytes[start..<index].filter { $0 != UInt8(ascii: ",") }
      return digits.withUnsafeBufferPointer { DecimalNumber.parse($0, mark: mark) }
    }
    let end = index
    return bytes.withUnsafeBufferPointer {
      DecimalNumber.parse(UnsafeBufferPointer(rebasing: $0[start..<end]), mark: mark)
    }
  }

  /// How far the thousands of a number reach, as in `loss: 7,187.50`; 0 where the commas may separate numbers.
  private func lengthOfThousands(from start: Int) -> Int {
    let comma = UInt8(ascii: ",")
    guard byte() == comma, mark != comma, (1...3).contains(index - start), bytes[start] != UInt8(ascii: "0")
    else { return 0 }
    var length = 0
    while byte(length) == comma, (1...3).allSatisfy({ Self.isDigit(byte(length + $0)) }) { length += 4 }
    let isList = Self.isDigit(byte(length)) || byte(length) == comma && Self.isDigit(byte(length + 1))
    guard !isList else { return 0 }
    let hasDecimals = byte(length) == UInt8(ascii: ".") && Self.isDigit(byte(length + 1))
    let before = bytes[..<start].last { $0 != 0x20 }
    return hasDecimals || before == UInt8(ascii: ":") || before == UInt8(ascii: "=") ? length : 0
  }

  /// Passes over what is left of a date, a time or a unit.
  private mutating func skipQuantity() {
    while index < bytes.count {
      let current = byte()
      let isPart = Self.isLetter(current) || Self.isDigit(current) || current == UInt8(ascii: "_")
      if index > 0, Self.isDigit(bytes[index - 1]), isGlued(Self.batch) { break }
      let isJoint =
        [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ",")]
        .contains(current) && (Self.isLetter(byte(1)) || Self.isDigit(byte(1)))
      guard isPart || isJoint else { break }
      index += 1
    }
    tokens.append(.quantity)
  }

  /// Where a byte stands behind at most so many blanks.
  private func offset(of wanted: UInt8, within blanks: Int) -> Int? {
    for offset in 0...blanks {
      if byte(offset) == wanted { return offset }
      guard byte(offset) == 0x20 else { return nil }
    }
    return nil
  }
}
