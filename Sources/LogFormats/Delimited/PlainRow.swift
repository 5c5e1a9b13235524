import Texts

/// Reads a row of nothing but plain numbers straight into values, without cells.
///
/// A row with anything else is refused and left to ``RecordScanner``: a quote, a word, a percent sign, another number
/// of cells than the header, a missing line end. What is read here is what would be read there.
struct PlainRow {
  private let separator: UInt8
  private let mark: UInt8
  private let lineEnd: UInt8
  private let mayBeBlank: Bool
  /// For each column of the table the place of its value; -1 for a column that is passed over.
  private(set) var targets: [Int]
  /// The place of the row's position; `nil` if rows are counted.
  private let positionTarget: Int?
  /// The column that counts batches, whose blanks mark rows of whole epochs.
  private let batchColumn: Int
  /// How many values a row has.
  let width: Int

  /// `nil` for tables in which no row is plain.
  init?(plan: TablePlan, dialect: Dialect) {
    // Where commas are marks and separators, numbers are in quotes.
    guard case .byte(let separator) = dialect.separator, separator != dialect.mark, !dialect.hasEdges,
      !plan.isLong
    else { return nil }
    self.separator = separator
    mark = dialect.mark
    lineEnd = dialect.lineEnd
    // A blank of a table that pandas wrote is remembered by its place.
    mayBeBlank = !plan.hasRowIndex
    let numbers = plan.columns.indices.filter {
      plan.roles[$0] == .metric || $0 == plan.axisColumn || $0 == plan.stepColumn
    }
    var targets = Array(repeating: -1, count: plan.columns.count)
    for (target, column) in numbers.enumerated() { targets[column] = target }
    self.targets = targets
    positionTarget = plan.axisColumn.map { targets[$0] }
    batchColumn = plan.batchColumn ?? -1
    width = numbers.count
  }

  /// Makes a column one of those that are passed over, whatever its cells hold.
  mutating func passOver(_ column: Int) {
    targets[column] = -1
  }

  /// Reads the row that begins at `start`.
  ///
  /// - Parameters:
  ///   - values: Where the first value goes; NaN stands for a blank cell, for no number is NaN.
  ///   - stride: How far the places of the values are apart.
  ///   - cutOff: Learns from the last cell.
  /// - Returns: The place behind the row; `nil` if it is not plain.
  @inline(__always)
  func read(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, into values: UnsafeMutablePointer<Double>,
    stride: Int, learning cutOff: inout CutOffLine
  ) -> UnsafePointer<UInt8>? {
    var cursor = start
    var last = (length: 0, decimals: 0)
    for column in targets.indices {
      if column > 0 {
        guard cursor < end, cursor.pointee == separator else { return nil }
        cursor += 1
      }
      Self.skipBlanks(&cursor, end)
      let cell = cursor
      let target = targets[column]
      if target < 0 {
        guard skipCell(&cursor, end, isFirst: column == 0) else { return nil }
        if column == batchColumn, cursor == cell || !Self.isDigit(cell.pointee) { return nil }
        last = CutOffLine.measure(UnsafeBufferPointer(start: cell, count: cursor - cell))
      } else if let number = DecimalNumber.scan(cell, end, mark: mark) {
        values[target * stride] = number.value
        last = (number.next - cell, number.decimals)
        cursor = number.next
        Self.skipBlanks(&cursor, end)
      } else {
        // Anything but a blank cell stops at what follows.
        guard mayBeBlank else { return nil }
        values[target * stride] = .nan
        last = (0, 0)
      }
    }
    if cursor < end, cursor.pointee == 0x0D, lineEnd == 0x0A { cursor += 1 }
    guard cursor < end, cursor.pointee == lineEnd, cursor - start < LogInput.longestLine else { return nil }
    if let positionTarget {
      // A blank is NaN, which is not below anything.
      guard abs(values[positionTarget * stride]) <= CellValue.farthestPosition else { return nil }
    }
    cutOff.learn(length: last.length, decimals: last.decimals)
    return cursor + 1
  }

  @inline(__always)
  private static func skipBlanks(_ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
    while cursor < end, cursor.pointee == 0x20 { cursor += 1 }
  }

  /// Steps over a cell of any text; `false` if it may be more than that.
  private func skipCell(
    _ cursor: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, isFirst: Bool
  ) -> Bool {
    if isFirst {
      // A comment or a rule such as `-----` begins otherwise, and so does the header where rows are counted.
      guard cursor < end,
        Self.isDigit(cursor.pointee) || positionTarget != nil && Self.isLetter(cursor.pointee)
      else { return false }
    }
    while cursor < end, cursor.pointee != separator, cursor.pointee != lineEnd {
      if cursor.pointee == UInt8(ascii: "\"") { return false }
      cursor += 1
    }
    // The carriage return before a line feed is no part of a cell.
    if cursor < end, cursor.pointee == 0x0A, cursor[-1] == 0x0D { cursor -= 1 }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
