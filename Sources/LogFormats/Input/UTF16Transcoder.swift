/// Turns UTF-16 that arrives in pieces into UTF-8.
struct UTF16Transcoder {
  private let isBigEndian: Bool
  /// The first byte of a code unit whose second byte has not arrived.
  private var half: UInt8?
  private var highSurrogate: UInt16?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Appends a piece of text to `output`; unpaired surrogates become U+FFFD.
  mutating func append(_ piece: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      append(unit, to: &output)
    }
  }

  private mutating func append(_ unit: UInt16, to output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(unit & 0x3FF))
        append(scalar: Unicode.Scalar(value), to: &output)
        return
      }
      append(scalar: nil, to: &output)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      append(scalar: Unicode.Scalar(unit), to: &output)
    }
  }

  private func append(scalar: Unicode.Scalar?, to output: inout [UInt8]) {
    output.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
