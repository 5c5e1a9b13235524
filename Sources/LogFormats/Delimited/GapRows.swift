/// Tells "was not logged" from "was not a number" in a table whose rows hold the values of one part of the data each.
///
/// A DataFrame that was printed has NaN in the other columns. A cell of NaN beside a number that is judged too is held
/// back: it is a blank where its column has a number at the same position, or where such gaps lie between numbers again
/// and again. A loss that is no number any more stays so.
struct GapRows {
  /// A cell of NaN that is held back.
  typealias Cell = (position: Double, segment: Int32)

  /// What the gap before a number was.
  enum Gap {
    /// Blank cells, if there were any.
    case blank
    /// Not a number, as long as there is no second gap.
    case notNumbers([Cell])
    /// Blank cells, and so was the gap before.
    case secondBlank
  }

  private struct Column {
    /// The gap since the last number.
    var open: [Cell] = []
    var latest: Double?
    /// The gaps between numbers, and the longest of them.
    var closedCount = 0
    var longest = 0
    /// Whether NaN stood in a row without any number.
    var isBroken = false
  }

  private var columns: [Column]
  /// The columns of NaN in the current row.
  private var held: [Int] = []
  private var hasNumber = false

  /// How many cells of a gap are kept.
  private static let mostCells = 65_536

  init(count: Int) {
    columns = Array(repeating: Column(), count: count)
  }

  /// Takes a number of a column.
  ///
  /// - Returns: What was held back of the column.
  mutating func number(in column: Int, at position: Double) -> Gap {
    hasNumber = true
    columns[column].latest = position
    guard !columns[column].open.isEmpty else { return .blank }
    let gap = columns[column].open.filter { $0.position != position }
    columns[column].open = []
    guard !gap.isEmpty else { return .blank }
    columns[column].closedCount += 1
    columns[column].longest = max(columns[column].longest, gap.count)
    guard columns[column].closedCount > 1, !columns[column].isBroken else { return .notNumbers(gap) }
    return columns[column].closedCount == 2 ? .secondBlank : .blank
  }

  /// Holds back NaN of a column in the current row.
  mutating func hold(_ column: Int) { held.append(column) }

  /// Ends the current row.
  ///
  /// - Returns: The columns in which NaN stands beside no number: it is what was logged.
  mutating func endRow(at position: Double?, segment: Int32) -> [Int] {
    defer {
      held.removeAll(keepingCapacity: true)
      hasNumber = false
    }
    guard !held.isEmpty else { return [] }
    guard hasNumber, let position else {
      for column in held { columns[column].isBroken = true }
      return held
    }
    for column in held where columns[column].latest != position {
      if columns[column].open.count < Self.mostCells { columns[column].open.append((position, segment)) }
    }
    return []
  }

  /// The cells at the end of a column that are not a number; a gap that is no longer than those before is blank.
  func notNumbersAtEnd(of column: Int) -> [Cell] {
    let column = columns[column]
    let isBlank = !column.isBroken && column.closedCount > 1 && column.open.count <= column.longest
    return isBlank ? [] : column.open
  }
}
