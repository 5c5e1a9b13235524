/// The values of many plain rows, column by column: what most of a long table is.
struct PlainRows {
  private var row: PlainRow
  /// For how many rows there is room.
  private let capacity: Int
  /// Column after column, each with room for ``capacity`` rows.
  private var values: [Double]
  /// How many rows were read last.
  private(set) var count = 0

  private static let mostRows = 512
  private static let mostValues = 131_072

  init(of row: PlainRow) {
    self.row = row
    capacity = max(1, min(Self.mostRows, Self.mostValues / max(row.width, 1)))
    values = Array(repeating: 0, count: capacity * row.width)
  }

  /// Makes a column one of those that are passed over, whatever its cells hold.
  mutating func passOver(_ column: Int) {
    row.passOver(column)
  }

  /// Reads rows from the front of a text, as many as there is room for, up to the first that is not plain.
  ///
  /// - Parameter cutOff: Learns from the last cell of each row.
  /// - Returns: How many bytes the rows take.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, learning cutOff: inout CutOffLine) -> Int {
    count = 0
    guard let start = text.baseAddress else { return 0 }
    var cursor = start
    count = values.withUnsafeMutableBufferPointer { [row, capacity] values in
      guard let values = values.baseAddress else { return 0 }
      var count = 0
      while count < capacity,
        let next = row.read(
          cursor, start + text.count, into: values + count, stride: capacity, learning: &cutOff)
      {
        cursor = next
        count += 1
      }
      return count
    }
    return cursor - start
  }

  /// The values that a column of the table has in the rows that were read last, NaN for blank cells; none for
  /// a column that is passed over.
  subscript(column: Int) -> ArraySlice<Double> {
    guard row.targets[column] >= 0 else { return [] }
    let start = row.targets[column] * capacity
    return values[start..<start + count]
  }
}
