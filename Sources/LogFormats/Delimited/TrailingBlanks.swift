/// Tells "was NaN" from "was not logged" in a table that pandas wrote, where both are empty cells.
///
/// If every column has a value in every row until it has none to the end, the blanks are NaN.
struct TrailingBlanks {
  private var positions: [[Double]]
  private var hasValue: [Bool]
  private(set) var isSparse = false

  /// How many blank rows of a column are kept.
  private static let limit = 65_536

  init(count: Int) {
    positions = Array(repeating: [], count: count)
    hasValue = Array(repeating: false, count: count)
  }

  mutating func noteValue(_ curve: Int) {
    hasValue[curve] = true
    if !positions[curve].isEmpty { isSparse = true }
  }

  mutating func noteBlank(_ curve: Int, at position: Double) {
    guard !isSparse else { return }
    if !hasValue[curve] { isSparse = true }
    if positions[curve].count < Self.limit { positions[curve].append(position) }
  }

  /// The positions of the blanks of each curve that stand for NaN.
  var notNumbers: [[Double]] { isSparse ? [] : positions }
}
