/// Reading values as a whole.
extension JSONScanner {
  /// The next value as a whole.
  ///
  /// - Parameter budget: The most values in it, nested ones counted; each that is read is taken from it, and a long text
  ///   as several.
  mutating func value(budget: inout Int) throws(LogError) -> JSONValue {
    budget -= 1
    guard budget >= 0 else {
      throw LogError(
        .malformed, source: input.source, "one value of JSON holds too many others to be a log's", line: line,
        advice: "Write one object for each epoch.")
    }
    switch try kind() {
    case .object:
      try beginObject()
      var members: [JSONValue.Member] = []
      while let key = try nextKey() {
        budget -= key.utf8.count / Self.bytesOfValue
        members.append(.init(key: key, value: try value(budget: &budget)))
      }
      return .object(members)
    case .array:
      try beginArray()
      var elements: [JSONValue] = []
      while try nextElement() { elements.append(try value(budget: &budget)) }
      return .array(elements)
    case .string:
      let text = try text()
      budget -= text.utf8.count / Self.bytesOfValue
      return .string(text)
    case .number: return .number(try number())
    case .bool: return .bool(try word().lowercased() == "true")
    case .null:
      _ = try word()
      return .null
    case nil: throw mistake("a value")
    }
  }

  /// The next value as a whole, of a size that a log's entry has.
  mutating func value() throws(LogError) -> JSONValue {
    var budget = 100_000
    return try value(budget: &budget)
  }

  /// The next value, if it is or says a number; steps over any other.
  mutating func numberIfAny() throws(LogError) -> Double? {
    switch try kind() {
    case .number: return try number()
    case .string: return JSONValue.string(try text()).number
    default:
      try skip()
      return nil
    }
  }

  /// The next value, which must be a number.
  mutating func number() throws(LogError) -> Double {
    let word = try word()
    guard !word.isEmpty else { throw mistake("a value") }
    if try peek(skippingBlanks: false) == UInt8(ascii: "(") {
      // What follows the number within the brackets is a type, a device or a gradient function.
      try begin(UInt8(ascii: "("), until: UInt8(ascii: ")"), expected: "(")
      guard try nextElement() else { throw mistake("a number") }
      let value = try wrappedNumber()
      while try nextElement() { try skipArgument() }
      return value
    }
    guard let value = JSONValue.string(word).number else {
      throw mistake("a number", found: word)
    }
    return value
  }

  /// How many bytes of a text weigh as much as a value.
  private static let bytesOfValue = 64

  /// The next value, which must be a string.
  ///
  /// - Parameter most: How many of its bytes are kept; of a text that is stepped over, any length is.
  mutating func text(keeping most: Int = longestText) throws(LogError) -> String {
    let longest = most == 0 ? Int.max : max(most, Self.longestText)
    guard let quote = try peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw mistake("a text in quotes")
    }
    input.consume(1)
    var decoded: [UInt8] = []
    var length = 0
    while true {
      guard length <= longest else {
        throw mistake("a text of at most \(longest) bytes", found: "a longer one")
      }
      guard let byte = try byte() else { throw mistake("a closing quote") }
      if byte == quote { return String(decoding: decoded, as: UTF8.self) }
      length += 1
      if byte == UInt8(ascii: "\\") {
        try JSONEscape.read(from: &self, into: &decoded)
      } else {
        decoded.append(byte)
      }
      if decoded.count > most { decoded.removeSubrange(most...) }
    }
  }

  /// The number in a wrapper, which may be alone in a list.
  private mutating func wrappedNumber() throws(LogError) -> Double {
    guard try kind() == .array else { return try number() }
    try beginArray()
    guard try nextElement() else { throw mistake("a number") }
    let value = try wrappedNumber()
    if try nextElement() { throw mistake("a single number") }
    return value
  }

  /// Steps over an argument such as `device='cuda:0'` or `grad_fn=<MeanBackward0>`.
  private mutating func skipArgument() throws(LogError) {
    while let byte = try peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") { input.consume(1) }
  }
}
