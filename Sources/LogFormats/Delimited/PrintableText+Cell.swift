import Texts

extension PrintableText {
  /// A cell as clean text: decoded as UTF-8, with what is not repaired.
  static func clean(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    // A character takes few bytes; what lies far beyond the limit need not be decoded.
    let prefix = CellValue.trimmed(cell).prefix(longest * 16)
    return clean(String(decoding: prefix, as: UTF8.self))
  }
}
