/// What a backslash stands for in a text of JSON or of Python.
enum JSONEscape {
  /// Reads what follows a backslash and appends the bytes it stands for.
  ///
  /// - Throws: ``LogError`` for an escape that does not exist.
  static func read(from scanner: inout JSONScanner, into bytes: inout [UInt8]) throws(LogError) {
    guard let byte = try scanner.byte() else { throw scanner.mistake("an escaped character") }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "x"): append(try code(digits: 2, from: &scanner), to: &bytes)
    case UInt8(ascii: "u"):
      let code = try code(digits: 4, from: &scanner)
      if (0xD800..<0xDC00).contains(code), try scanner.take("\\u") {
        let low = try self.code(digits: 4, from: &scanner)
        guard (0xDC00..<0xE000).contains(low) else {
          append(0xFFFD, to: &bytes)
          append(low, to: &bytes)
          return
        }
        append(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00), to: &bytes)
      } else {
        append(code, to: &bytes)
      }
    default: throw scanner.mistake("an escaped character")
    }
  }

  /// Half of a surrogate pair on its own becomes U+FFFD.
  private static func append(_ code: UInt32, to bytes: inout [UInt8]) {
    bytes += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
  }

  private static func code(digits: Int, from scanner: inout JSONScanner) throws(LogError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<digits {
      guard let byte = try scanner.byte(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw scanner.mistake("\(digits) hexadecimal digits")
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
