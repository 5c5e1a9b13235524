/// Tells whether a printed line has decimal commas, as in `Trainingsverlust: 0,5312`.
enum DecimalComma {
  private static let comma = UInt8(ascii: ",")

  /// Whether a value behind `:`, `=` or a word has a comma between digits, and no number of the line a point.
  ///
  /// `1,024` is a thousand unless another number of the line cannot be one.
  static func isUsed(in line: [UInt8]) -> Bool {
    var isUsed = false
    var isBehindMark = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      guard isDigit(byte) else {
        if byte != 0x20 {
          let isLetter = (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
          isBehindMark = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || isLetter
        }
        index += 1
        continue
      }
      let start = index
      while index < line.count, isDigit(line[index]) { index += 1 }
      guard index + 1 < line.count, isDigit(line[index + 1]) else { continue }
      if line[index] == UInt8(ascii: ".") { return false }
      guard line[index] == comma, isBehindMark else { continue }
      let decimals = line[(index + 1)...].prefix(while: isDigit).count
      let end = index + 1 + decimals
      let isList = end + 1 < line.count && line[end] == comma && isDigit(line[end + 1])
      if isList { return false }
      if decimals != 3 || line[start] == UInt8(ascii: "0") { isUsed = true }
      index = end
    }
    return isUsed
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
