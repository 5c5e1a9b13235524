import CSQLite

/// The row that a query stands on; it is gone at the next one.
struct SQLiteRow {
  fileprivate let statement: OpaquePointer

  init(statement: OpaquePointer) {
    self.statement = statement
  }

  /// The text of a column; `nil` for NULL.
  func text(_ column: Int32) -> String? {
    guard let bytes = sqlite3_column_text(statement, column) else { return nil }
    return String(cString: bytes)
  }

  /// The number of a column; `nil` for NULL.
  func number(_ column: Int32) -> Double? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_double(statement, column)
  }
}
