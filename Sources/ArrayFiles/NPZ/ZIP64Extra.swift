/// The values of 64 bits for which a directory entry has no room (APPNOTE.TXT, section 4.5.3).
struct ZIP64Extra {
  /// The values that were not taken yet.
  private var rest: ArraySlice<UInt8> = []

  /// Finds the field of ZIP64 among the extra fields of an entry.
  init(_ extra: ArraySlice<UInt8>) {
    var fields = extra
    while fields.count >= 4 {
      let identifier = Self.number(fields.prefix(2))
      let length = Int(Self.number(fields.dropFirst(2).prefix(2)))
      fields = fields.dropFirst(4)
      if identifier == 0x0001 {
        rest = fields.prefix(length)
        return
      }
      fields = fields.dropFirst(length)
    }
  }

  /// The value, or the next wide one where it stands for that; `nil` if there is none or it is too large.
  mutating func widen(_ value: UInt32) -> Int? {
    guard value == .max else { return Int(value) }
    guard rest.count >= 8 else { return nil }
    defer { rest = rest.dropFirst(8) }
    return Int(exactly: Self.number(rest.prefix(8)))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64 {
    digits.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
