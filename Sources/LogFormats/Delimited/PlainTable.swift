/// Tells the log that can be nothing else than comma-separated values: names between commas, and below them
/// nothing but numbers.
///
/// Most logs in a folder of thousands are of this kind. No line of theirs is one that a console prints, so that only
/// tables need be asked about them.
enum PlainTable {
  private static let comma = UInt8(ascii: ",")
  /// What stands in and between names.
  private static let marks = Array(",_-./()@% ".utf8)

  /// Whether a log begins as such a table, as far as its head reaches.
  static func begins(_ head: LogHead) -> Bool {
    head.bytes.withUnsafeBufferPointer { bytes in
      guard let end = bytes.firstIndex(of: 0x0A) else { return false }
      let header = bytes[..<end]
      guard isHeader(header.last == 0x0D ? header.dropLast() : header) else { return false }
      return holdsNumbers(UnsafeBufferPointer(rebasing: bytes[(end + 1)...]))
    }
  }

  /// Whether a line is one of names and commas, in which a console's reader finds no value of a name.
  private static func isHeader(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.count < 4_096, let first = line.first, first == comma || isLetter(first), line.contains(comma),
      line.allSatisfy({ isLetter($0) || isDigit($0) || marks.contains($0) })
    else { return false }
    return LineTokens(Array(line)).tokens.allSatisfy { token in
      switch token {
      case .word, .mark: true
      case .number, .percent, .ratio, .quantity, .missing: false
      }
    }
  }

  /// Whether a text is made of numbers, commas and line ends.
  private static func holdsNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case comma, 0x0A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case _ where isDigit(byte): break
      case 0x0D:
        guard index + 1 < text.count, text[index + 1] == 0x0A else { return false }
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard index > 0, isDigit(text[index - 1]) || text[index - 1] == UInt8(ascii: ".") else {
          return false
        }
      default:
        guard let end = endOfWord(text, at: index) else { return false }
        index = end
        continue
      }
      index += 1
    }
    return true
  }

  /// The end of a `nan` or an `inf` that fills its cell; `nil` for anything else.
  private static func endOfWord(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let word = text[start...].prefix(3).map { $0 | 0x20 }
    guard word == Array("nan".utf8) || word == Array("inf".utf8),
      start == 0 || text[start - 1] == comma || text[start - 1] == 0x0A
        || text[start - 1] == UInt8(ascii: "-")
    else { return nil }
    let end = start + 3
    return end == text.count || text[end] == comma || text[end] == 0x0A || text[end] == 0x0D ? end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
