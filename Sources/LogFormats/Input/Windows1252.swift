/// Turns text of Windows-1252, of which Latin-1 is a part, into UTF-8.
enum Windows1252 {
  /// What the bytes from 0x80 to 0x9F stand for, where that is not what Latin-1 has; five stand for nothing.
  private static let scalars: [UInt32?] = [
    0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, nil,
    0x017D,
    nil, nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
    nil,
    0x017E, 0x0178,
  ]

  /// Whether the beginning of a log is text of it: no byte beyond ASCII is part of UTF-8, and they are few.
  static func isUsed(in head: UnsafeBufferPointer<UInt8>) -> Bool {
    var letters = 0
    var foreign = 0
    for index in head.indices {
      let byte = head[index]
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case 0x00...0x07, 0x0E...0x1A, 0x1C...0x1F, 0x7F: return false
      case 0x80...0x9F where scalars[Int(byte - 0x80)] == nil: return false
      case 0x80...:
        foreign += 1
        if index > 0, 0x80..<0xC0 ~= byte, head[index - 1] >= 0xC2 { return false }
      default: break
      }
    }
    return foreign > 0 && foreign * 4 < letters
  }

  /// Appends a piece of text to `output`; what stands for nothing becomes U+FFFD.
  static func append(_ piece: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    for byte in piece {
      if byte < 0x80 {
        output.append(byte)
        continue
      }
      let value = byte < 0xA0 ? scalars[Int(byte - 0x80)] : UInt32(byte)
      let scalar = value.flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
