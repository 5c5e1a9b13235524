import Texts

/// Reads JSON value by value from the window of a log, as training tools write it.
///
/// Beside the standard (RFC 8259) it takes what Python prints: bare `NaN`, `Infinity`, `nan`, `inf`, names and texts
/// in single quotes, `None`, `True`, `False`, tuples, and numbers wrapped in a type such as `np.float32(0.5)` or
/// `tensor(0.5, device='cuda:0')`. A value is walked by its tokens, so that nothing of the log must be held. After
/// one value another may follow, as in JSON Lines.
struct JSONScanner {
  enum Kind: Sendable, Hashable {
    case object
    case array
    case string
    case number
    case bool
    case null
  }

  let input: LogInput
  /// The line of the next token, counted from 1.
  private(set) var line = 1
  /// What the brackets that are open wait for; the depth of nesting.
  private var closers: [UInt8] = []
  /// Whether a comma stands between the next member or element and the one before.
  private var needsComma = false

  /// The deepest nesting that is read.
  static let deepest = 128
  /// The longest key, text or number.
  static let longestText = 1 << 20
  /// The most bytes of a key that are kept: names are remembered, texts are not.
  static let longestKey = 1_024

  init(_ input: LogInput) {
    self.input = input
  }

  // MARK: Walking

  /// The kind of the value that is next; `nil` at the end of the log.
  mutating func kind() throws(LogError) -> Kind? {
    guard let byte = try peek() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["), UInt8(ascii: "("): return .array
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      // `tensor(` and `float(` wrap numbers.
      let word = try peekWord()
      return ["true", "false", "True", "False"].contains(word) ? .bool : .number
    case UInt8(ascii: "n"), UInt8(ascii: "N"):
      let word = try peekWord()
      return ["null", "None"].contains(word) ? .null : .number
    default: return .number
    }
  }

  /// Enters an object.
  mutating func beginObject() throws(LogError) {
    try begin(UInt8(ascii: "{"), until: UInt8(ascii: "}"), expected: "{")
  }

  /// Enters an array.
  mutating func beginArray() throws(LogError) {
    let isTuple = try peek() == UInt8(ascii: "(")
    try begin(
      UInt8(ascii: isTuple ? "(" : "["), until: UInt8(ascii: isTuple ? ")" : "]"), expected: "[")
  }

  /// The key of the next member, whose value comes next; `nil` where the object ends.
  mutating func nextKey() throws(LogError) -> String? {
    guard try advance() else { return nil }
    let key: String
    if let quote = try peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      key = try text(keeping: Self.longestKey)
    } else {
      // Python's dictionaries may have numbers for keys.
      key = try word()
      guard !key.isEmpty else { throw mistake("a key in quotes") }
    }
    guard try peek() == UInt8(ascii: ":") else {
      throw mistake("\":\" behind the key \(PrintableText.quoted(key))")
    }
    input.consume(1)
    return key
  }

  /// Whether an element comes next; `false` where the array ends.
  mutating func nextElement() throws(LogError) -> Bool { try advance() }

  /// Steps over the next value, whatever it is.
  mutating func skip() throws(LogError) {
    switch try kind() {
    case .object:
      try beginObject()
      while try nextKey() != nil { try skip() }
    case .array:
      try beginArray()
      while try nextElement() { try skip() }
    case .string: _ = try text(keeping: 0)
    case .number: _ = try number()
    case .bool, .null: _ = try word()
    case nil: throw mistake("a value")
    }
  }

  // MARK: Errors

  /// The error for what is next and should not be.
  func mistake(_ expected: String, found: String? = nil) -> LogError {
    let rest = input.window.prefix(24).prefix { $0 != 0x0A }
    let found = found ?? (rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self))
    let isCutOff = found == nil && input.isAtEnd && input.window.isEmpty
    return LogError(
      .malformed, source: input.source, isCutOff ? "the JSON ends in the middle" : "this is no JSON",
      line: line,
      found: found.map { PrintableText.masked($0, limit: 60) }, expected: expected)
  }

  // MARK: Bytes

  /// The next byte, taken.
  mutating func byte() throws(LogError) -> UInt8? {
    if input.window.isEmpty { try input.extend() }
    guard let byte = input.window.first else { return nil }
    if byte == 0x0A { line += 1 }
    input.consume(1)
    return byte
  }

  /// Takes these bytes if they are next.
  mutating func take(_ text: StaticString) throws(LogError) -> Bool {
    while input.window.count < text.utf8CodeUnitCount, !input.isAtEnd { try input.extend() }
    guard text.withUTF8Buffer({ input.window.starts(with: $0) }) else { return false }
    input.consume(text.utf8CodeUnitCount)
    return true
  }

  /// Whether nothing of the log is left.
  var isExhausted: Bool { input.isAtEnd && input.window.isEmpty }

  /// The next byte that is not a blank; the blanks are taken.
  mutating func peek(skippingBlanks: Bool = true) throws(LogError) -> UInt8? {
    while true {
      if input.window.isEmpty {
        guard !input.isAtEnd else { return nil }
        try input.extend()
        continue
      }
      let window = input.window
      guard skippingBlanks else { return window.first }
      var count = 0
      while count < window.count, Self.isBlank(window[count]) {
        if window[count] == 0x0A { line += 1 }
        count += 1
      }
      input.consume(count)
      if count < window.count { return input.window.first }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Enters brackets.
  mutating func begin(_ opener: UInt8, until closer: UInt8, expected: String) throws(LogError) {
    guard try peek() == opener else { throw mistake(expected) }
    guard closers.count < Self.deepest else {
      throw mistake("at most \(Self.deepest) levels of brackets", found: "more")
    }
    input.consume(1)
    closers.append(closer)
    needsComma = false
  }

  /// Steps to the next member or element; `false` over the closing bracket.
  private mutating func advance() throws(LogError) -> Bool {
    guard let closer = closers.last else { return false }
    var byte = try peek()
    if needsComma, byte == UInt8(ascii: ",") {
      input.consume(1)
      byte = try peek()
    } else if needsComma, byte != closer {
      throw mistake("a comma or \(Character(Unicode.Scalar(closer)))")
    }
    guard let byte else { throw mistake("\(Character(Unicode.Scalar(closer)))") }
    needsComma = true
    if byte == closer {
      input.consume(1)
      closers.removeLast()
      return false
    }
    return true
  }

  /// The letters, digits and marks that follow, as in `-1.5e-3`, `NaN` or `np.float32`.
  mutating func word() throws(LogError) -> String {
    let word = try peekWord()
    input.consume(word.utf8.count)
    return word
  }

  private mutating func peekWord() throws(LogError) -> String {
    _ = try peek()
    var length = 0
    while true {
      let window = input.window
      while length < window.count, Self.isWordByte(window[length]) { length += 1 }
      guard length <= 256 else { throw mistake("a number") }
      if length < window.count || input.isAtEnd { break }
      try input.extend()
    }
    return String(decoding: input.window.prefix(length), as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "#")
  }
}
