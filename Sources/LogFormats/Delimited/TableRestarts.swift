import RunRecords

/// Finds the runs of a table that stand below each other, the epochs counted anew for each.
struct TableRestarts {
  private let plan: TablePlan
  private let axis: Int
  private let mark: UInt8

  /// The most rows of a table that is cut into runs.
  private static let mostRows = 200_000

  /// `nil` for a table whose positions say nothing of time.
  init?(of table: HeadedTable, fileName: String) {
    plan = TablePlan(columns: table.columns, fileName: fileName, choice: .none)
    mark = table.dialect.mark
    guard let axis = plan.axisColumn, !plan.isLong, !plan.axis.isOverModels, plan.hasJudgedColumn else {
      return nil
    }
    self.axis = axis
  }

  /// Whether the positions fall back anywhere; no for a table that has too many rows.
  func occur(in table: HeadedTable) throws(LogError) -> Bool {
    var last: Int32 = 0
    let isWhole = try forEachRow(of: table) { _, segment in last = segment }
    return isWhole && last > 0
  }

  /// The names of runs: what a column says that tells them apart, or their number.
  func names(of runs: [ClosedRange<Int32>], in table: HeadedTable) throws(LogError) -> [String] {
    let columns = plan.columns.indices.filter {
      $0 != axis && !plan.headings[$0].metric.isJudged && !plan.columns[$0].isEmpty
    }
    var settings = SettingNames(runCount: runs.count)
    _ = try forEachRow(of: table) { row, segment in
      guard let run = runs.firstIndex(where: { $0.contains(segment) }) else { return }
      for column in columns where settings.mayTell(plan.columns[column]) {
        settings.take(plan.columns[column], row.text(column), of: run)
      }
    }
    return settings.names ?? runs.indices.map { "run \($0 + 1)" }
  }

  /// Goes through the rows with the stretch of rising positions that each is in; `false` where there are too many.
  private func forEachRow(
    of table: HeadedTable, _ visit: (RecordScanner, Int32) -> Void
  ) throws(LogError) -> Bool {
    var scanner = table.scanner
    var segments = SegmentCounter()
    var isAtRow = table.isAtRow
    var count = 0
    while true {
      if !isAtRow { guard try scanner.next() else { return true } }
      isAtRow = false
      count += 1
      guard count <= Self.mostRows else { return false }
      guard scanner.cells.count == plan.columns.count,
        case .number(let position) = CellValue.parse(scanner.bytes(axis), mark: mark), position.isFinite
      else { continue }
      visit(scanner, segments.advance(to: position))
    }
  }
}
