/// Looks through lines of JSON for the numbers of a key without reading anything else in them.
struct JSONPositions {
  private let pattern: [UInt8]

  init(key: String) { pattern = Array("\"\(key)\"".utf8) }

  /// Whether a number is lower than the one before it anywhere.
  func fallBack(in log: [UInt8]) -> Bool {
    var latest = -Double.infinity
    var rest = log[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      rest = rest[quote...]
      guard rest.starts(with: pattern) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(pattern.count)
      let number = rest.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") && $0 != 0x0A }
        .filter { $0 != UInt8(ascii: ":") && $0 != 0x20 }
      guard let position = Double(String(decoding: number, as: UTF8.self)) else { continue }
      if position < latest { return true }
      latest = position
    }
    return false
  }
}
