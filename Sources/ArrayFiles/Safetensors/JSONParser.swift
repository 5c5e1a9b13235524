import Texts

/// Reads JSON strictly (RFC 8259): no name twice in an object, no lone surrogate, nothing after the value but
/// blanks.
///
/// The decoder of Foundation keeps one of two members of the same name without a word; weights must not be
/// lost so.
struct JSONParser {
  private let source: ByteSource
  private var position: Int
  private let end: Int

  /// The deepest nesting that is read.
  private static let deepest = 32

  /// - Parameter range: The offsets of the text in the file.
  init(_ source: ByteSource, _ range: Range<Int>) {
    self.source = source
    position = range.lowerBound
    end = range.upperBound
  }

  /// Reads the whole text.
  ///
  /// - Throws: ``ArrayFileError`` `malformed`, with the offset.
  mutating func parse() throws(ArrayFileError) -> JSONValue {
    let value = try value(depth: 0)
    guard peek == nil else { throw mistake("the end of the header") }
    return value
  }

  /// The next byte after blanks.
  private var peek: UInt8? {
    mutating get {
      while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(source[position]) { position += 1 }
      return position < end ? source[position] : nil
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(ArrayFileError) -> JSONValue {
    guard depth < Self.deepest else { throw mistake("at most \(Self.deepest) levels") }
    guard let next = peek else { throw mistake("a value") }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
    default:
      for (word, value) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)]
      where rest.starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      throw mistake("a value")
    }
  }

  private mutating func object(depth: Int) throws(ArrayFileError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if skip("}") { return .object([]) }
    repeat {
      guard peek == UInt8(ascii: "\"") else { throw mistake("a name in quotes") }
      let offset = position
      let name = try string()
      guard names.insert(name).inserted else {
        throw source.error(
          .malformed, at: offset, "a name stands twice in the header", found: PrintableText.quoted(name),
          expected: "each name once")
      }
      guard skip(":") else { throw mistake("\":\"") }
      members.append(.init(name: name, value: try value(depth: depth + 1), offset: offset))
    } while skip(",")
    guard skip("}") else { throw mistake("\",\" or \"}\"") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(ArrayFileError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if skip("]") { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while skip(",")
    guard skip("]") else { throw mistake("\",\" or \"]\"") }
    return .array(values)
  }

  private mutating func number() throws(ArrayFileError) -> String {
    let start = position
    if source[position] == UInt8(ascii: "-") { position += 1 }
    let leading = position
    try digits()
    guard source[leading] != 0x30 || position == leading + 1 else {
      throw mistake("no digit after a leading 0")
    }
    if position < end, source[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < end, source[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < end, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(source[position]) { position += 1 }
      try digits()
    }
    return String(decoding: bytes(start..<position), as: UTF8.self)
  }

  private mutating func digits() throws(ArrayFileError) {
    let start = position
    while position < end, (0x30...0x39).contains(source[position]) { position += 1 }
    guard position > start else { throw mistake("a digit") }
  }

  private mutating func string() throws(ArrayFileError) -> String {
    position += 1
    var decoded: [UInt8] = []
    while position < end {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: decoded, as: UTF8.self) else {
          throw mistake("UTF-8 before this quote")
        }
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        decoded += try escape()
      case 0..<0x20: throw mistake("no control character in a text")
      default:
        decoded.append(byte)
        position += 1
      }
    }
    throw mistake("a closing quote")
  }

  /// The bytes for what follows a backslash.
  private mutating func escape() throws(ArrayFileError) -> [UInt8] {
    guard position < end else { throw mistake("an escaped character") }
    let byte = source[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try codeUnit()
      if (0xD800..<0xDC00).contains(code), rest.starts(with: Array("\\u".utf8)) {
        position += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
          throw mistake("the second half of a surrogate pair before")
        }
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw mistake("both halves of a surrogate pair before") }
      return Array(String(Character(scalar)).utf8)
    default:
      position -= 1
      throw mistake("an escaped character")
    }
  }

  private mutating func codeUnit() throws(ArrayFileError) -> UInt32 {
    let digits = rest.prefix(4)
    // A sign would pass as a number too.
    guard digits.count == 4, digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw mistake("four hexadecimal digits") }
    position += 4
    return code
  }

  private func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let start = source.bytes.startIndex
    return source.bytes[start + range.lowerBound..<start + range.upperBound]
  }

  private var rest: ArraySlice<UInt8> { bytes(position..<end) }

  private func mistake(_ expected: String) -> ArrayFileError {
    source.error(
      .malformed, at: position, "the header is damaged",
      found: rest.isEmpty ? "the end of the header" : PrintableText.quoted(rest.prefix(40)),
      expected: expected)
  }
}
