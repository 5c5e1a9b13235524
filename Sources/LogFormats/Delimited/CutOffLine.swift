/// Tells whether the last line of a log was cut off while it was being written.
///
/// Only a line without a line end can be cut off. With its last cell as long and as precise as the
/// shortest before it, it is taken for complete.
struct CutOffLine {
  private var fewestDecimals = Int.max
  private var shortest = Int.max
  private var hasBlank = false
  private var rows = 0
  private static let fewRows = 5

  /// Learns from the last cell of a complete line.
  mutating func learn(_ cell: UnsafeBufferPointer<UInt8>) {
    let (length, decimals) = Self.measure(cell)
    learn(length: length, decimals: decimals)
  }

  /// Learns from the length of the last cell of a complete line and the number of its decimals.
  mutating func learn(length: Int, decimals: Int) {
    rows += 1
    if length == 0 {
      hasBlank = true
    } else {
      if length < shortest { shortest = length }
      if decimals < fewestDecimals { fewestDecimals = decimals }
    }
  }

  /// The length of a cell without the blanks around it and the number of its decimals.
  static func measure(_ cell: UnsafeBufferPointer<UInt8>) -> (length: Int, decimals: Int) {
    let cell = CellValue.trimmed(cell)
    return (cell.count, decimals(cell))
  }

  /// Whether the last cell of a line without a line end is incomplete.
  func isCutOff(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Bool {
    let cell = CellValue.trimmed(bytes)
    if cell.isEmpty { return !hasBlank && rows > 0 }
    if let last = cell.last, last == mark || last == 0x2D { return true }
    if Self.endsWithinExponent(cell) { return true }
    guard rows > 0, shortest != .max else { return false }
    if case .number(let value) = CellValue.parse(cell, mark: mark) {
      let decimals = Self.decimals(cell)
      // Python leaves out zeros at the end: among few rows, only much fewer decimals mean something.
      let isTelling = rows >= Self.fewRows || decimals * 3 <= fewestDecimals
      return value.isFinite && decimals < fewestDecimals && isTelling
    }
    return cell.count < shortest
  }

  /// Whether a text ends in an exponent that goes on: `1.5e`, `1.5e-`, or `1.5e-0` of `1.5e-05`.
  ///
  /// Programs write exponents of ten or more, or with two digits. Cut off, the number would be of another size.
  static func endsWithinExponent(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    var rest = text[...]
    if let digit = rest.last, digit >= 0x30, digit <= 0x32 { rest = rest.dropLast() }
    if let sign = rest.last, sign == 0x2D || sign == 0x2B { rest = rest.dropLast() }
    guard let mark = rest.popLast(), mark | 0x20 == 0x65, let digit = rest.last else { return false }
    return digit &- 0x30 < 10 || digit == 0x2E
  }

  /// The number of digits behind the last decimal mark.
  private static func decimals(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
    guard let mark = cell.lastIndex(where: { $0 == 0x2E || $0 == 0x2C }) else { return 0 }
    return cell.count - 1 - mark
  }
}
