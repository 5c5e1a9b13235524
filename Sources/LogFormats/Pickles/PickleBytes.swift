import Texts

/// The bytes of a pickle, read from front to back.
struct PickleBytes {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func byte() throws(PickleFault) -> UInt8 {
    guard offset < bytes.count else { throw .truncated(at: offset) }
    offset += 1
    return bytes[offset - 1]
  }

  mutating func take(_ count: Int) throws(PickleFault) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw .truncated(at: offset) }
    offset += count
    return bytes[offset - count..<offset]
  }

  /// A count of so many bytes, the lowest first.
  mutating func count(_ width: Int) throws(PickleFault) -> Int {
    let start = offset
    guard let count = Int(exactly: LittleEndian.integer(try take(width))) else {
      throw .malformed("counts more bytes than there can be", at: start)
    }
    return count
  }

  /// As many bytes as the count before them says.
  mutating func counted(_ width: Int) throws(PickleFault) -> ArraySlice<UInt8> {
    try take(try count(width))
  }

  mutating func text(_ width: Int) throws(PickleFault) -> String {
    String(decoding: try counted(width), as: UTF8.self)
  }

  /// A whole number with its sign in the highest bit; beyond 64 bits it is rounded.
  mutating func integer(_ width: Int) throws(PickleFault) -> Double {
    let digits = try take(width)
    guard let last = digits.last else { return 0 }
    var value = last >= 0x80 ? -1.0 : 0
    for byte in digits.reversed() { value = value * 256 + Double(byte) }
    return value
  }

  /// A number of 64 bits, the highest first.
  mutating func double() throws(PickleFault) -> Double {
    Double(bitPattern: LittleEndian.integer(try take(8).reversed()))
  }

  /// The bytes up to a line feed.
  mutating func line() throws(PickleFault) -> ArraySlice<UInt8> {
    guard let end = bytes[offset...].firstIndex(of: 0x0A) else { throw .truncated(at: bytes.count) }
    let line = bytes[offset..<end]
    offset = end + 1
    return line
  }

  /// A number in digits; `True` and `False` are written as `01` and `00`.
  mutating func digits() throws(PickleFault) -> Double {
    let start = offset
    var line = try line()
    if line.last == UInt8(ascii: "L") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    guard let number = CellValue.number(in: text) else { throw .malformed("begins no number", at: start) }
    return number
  }

  /// The text of a line in which a backslash stands before `u` and four digits, or `x` and two.
  mutating func escapedText() throws(PickleFault) -> String {
    var text = String.UnicodeScalarView()
    for scalar in Self.unescaped(try line(), knowsAll: false) { text.append(scalar) }
    return String(text)
  }

  /// The bytes of a text of Python in quotes.
  mutating func quoted() throws(PickleFault) -> [UInt8] {
    let start = offset
    let line = try line()
    guard line.count > 1, let quote = line.first, quote == line.last, quote == 0x27 || quote == 0x22 else {
      throw .malformed("begins no text in quotes", at: start)
    }
    return Self.unescaped(line.dropFirst().dropLast(), knowsAll: true).map {
      UInt8(truncatingIfNeeded: $0.value)
    }
  }

  private static func unescaped(_ line: ArraySlice<UInt8>, knowsAll: Bool) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var rest = line
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let mark = rest.first else {
        scalars.append(Unicode.Scalar(byte))
        continue
      }
      let width = mark == UInt8(ascii: "u") && !knowsAll ? 4 : mark == UInt8(ascii: "U") && !knowsAll ? 8 : 2
      let isCode = width > 2 || mark == UInt8(ascii: "x") && knowsAll
      if isCode, rest.count > width,
        let code = UInt32(String(decoding: rest.dropFirst().prefix(width), as: UTF8.self), radix: 16)
      {
        scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
        rest = rest.dropFirst(width + 1)
      } else if knowsAll {
        rest.removeFirst()
        scalars.append(plain[mark] ?? Unicode.Scalar(mark))
      } else {
        scalars.append(Unicode.Scalar(byte))
      }
    }
    return scalars
  }

  private static let plain: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]
}
