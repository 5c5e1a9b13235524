import RunRecords
import Texts

/// Gathers the curves of a table row by row; no row is kept.
struct TableReader {
  let source: String
  let dialect: Dialect
  let plan: TablePlan
  private let choice: ColumnChoice
  private var rowsOfRun: RowsOfRun?
  /// The stretches of rising positions that are read; `nil` for all.
  private let stretches: ClosedRange<Int32>?
  private var isBehindRun = false
  /// What was left out up to the last row that was read, where stretches are read.
  private var filterOfRun: RowFilter?
  var scanner: RecordScanner
  var filter: RowFilter
  /// Reads the rows that need no scanner; `nil` for tables without such rows.
  var plain: PlainRows?

  var curves: [Curve] = []
  /// The curve of each column of a wide table, by column.
  private(set) var wide: [(column: Int, curve: Int)] = []
  private var long: LongTable
  private(set) var isText: [Bool] = []
  private(set) var segments = SegmentCounter()
  var blanks: TrailingBlanks
  var gaps: GapRows
  /// The values of rows without a position, by curve: they belong to the next position.
  private var waiting: [Int: (value: Double, isPercent: Bool)] = [:]
  private var position: Double?
  private var hasPosition = false
  /// How many rows of a curve over models do not say which model they are of.
  private var withoutPosition = 0
  /// Whether the row is that of a whole epoch below those of its batches, so that its values stand for the epoch.
  private var isWhole = false
  private(set) var segment: Int32 = 0
  var rowCount = 0
  /// The curves over steps, as long as they may say more than those over epochs.
  var steps: StepCurves?
  var notes: [RunNote] = []
  /// What the positions of ``curves`` count.
  var axis: RunAxis

  /// How often positions may fall back before the rows count as those of several mixed runs.
  static let mostSegments: Int32 = 10_000

  init(
    scanner: RecordScanner, dialect: Dialect, plan: TablePlan, choice: ColumnChoice, run: TableRun?,
    source: String
  ) {
    rowsOfRun = RowsOfRun(run, columns: plan.columns)
    if case .stretches(let stretches) = run { self.stretches = stretches } else { stretches = nil }
    self.scanner = scanner
    self.dialect = dialect
    self.plan = plan
    self.choice = choice
    self.source = source
    axis = plan.axis
    filter = RowFilter(columns: plan.columns, mark: dialect.mark)
    plain = PlainRow(plan: plan, dialect: dialect).map { PlainRows(of: $0) }
    // The run of each row is looked at.
    if rowsOfRun != nil || stretches != nil || plan.axis.isOverModels { plain = nil }
    let metrics = plan.roles.indices.filter { plan.roles[$0] == .metric }
    long = LongTable(plan: plan, metricColumns: metrics)
    if !plan.isLong {
      let limit = Curve.limit(sharedBy: metrics.count)
      for column in metrics {
        wide.append((column, curves.count))
        curves.append(Curve(heading: plan.headings[column], column: column + 1, limit: limit))
      }
    }
    isText = Array(repeating: false, count: curves.count)
    steps = plan.stepColumn == nil || plan.isLong ? nil : StepCurves(curves)
    blanks = TrailingBlanks(count: curves.count)
    gaps = GapRows(count: curves.count)
  }

  /// Reads every row.
  ///
  /// - Parameter isAtRow: Whether the scanner stands on the first row already.
  mutating func readRows(isAtRow: Bool) throws(LogError) {
    var isAtRow = isAtRow
    while true {
      if !isAtRow {
        try readPlainRows()
        guard try scanner.next() else { break }
        if dialect.endsAtBlankLine, scanner.isBlank {
          guard try moveToNextTable() else { break }
          continue
        }
      }
      isAtRow = false
      try readRow()
      if isBehindRun { break }
    }
    flushWaiting()
    try finish()
  }

  /// Passes over the text below a table, up to the names of one that goes on with it.
  ///
  /// - Returns: Whether there is one.
  private mutating func moveToNextTable() throws(LogError) -> Bool {
    while try scanner.next() {
      if scanner.cells.count == plan.columns.count, filter.isRepeatedHeader(scanner) { return true }
    }
    return false
  }

  private mutating func readRow() throws(LogError) {
    guard filter.admits(scanner) else { return }
    if !scanner.isTerminated, endsInText {
      filter.dropCutOff(scanner)
      return
    }
    guard try rowsOfRun?.admits(scanner, source: source) ?? true, try readPosition() else { return }
    if stretches != nil {
      if rowCount == 0 { filter.forgetLines() }
      filterOfRun = filter
    }
    rowCount += 1
    if let step = stepOfRow { steps?.move(to: step) }
    isWhole =
      plan.batchColumn.map { CellValue.parse(scanner.bytes($0), mark: dialect.mark) == .missing } ?? false
    if plan.isLong {
      try readLongCells()
    } else {
      for (column, curve) in wide where !isText[curve] {
        try read(column, into: curve)
      }
      for curve in gaps.endRow(at: position, segment: segment) { keep(.nan, in: curve) }
    }
    settleSteps()
  }

  /// Reads the position of the row; `false` if the row holds no values.
  private mutating func readPosition() throws(LogError) -> Bool {
    guard let column = plan.axisColumn else {
      if filter.isRepeatedHeader(scanner) { return false }
      move(to: Double(rowCount + 1))
      return true
    }
    let bytes = scanner.bytes(column)
    switch CellValue.parse(bytes, mark: dialect.mark) {
    case .number(let value) where value.isFinite:
      guard abs(value) <= CellValue.farthestPosition else {
        throw unreadable(column, expected: "the number of the \(plan.axis.rawValue)")
      }
      try checkedMove(to: value)
    case .number, .percent, .missing:
      if plan.axis.isOverModels {
        withoutPosition += 1
        return false
      }
      position = nil
    case .text:
      if let value = CellValue.parsePosition(bytes, mark: dialect.mark) {
        try checkedMove(to: value)
      } else if filter.isRepeatedHeader(scanner) || filter.isSummary(scanner, axisColumn: column) {
        return false
      } else {
        guard scanner.text(column).lowercased() != plan.columns[column].lowercased() else {
          throw secondHeader
        }
        throw unreadable(
          column,
          expected: plan.axis == .hyperparameter
            ? "a number, for only those have an order" : "the number of the \(plan.axis.rawValue)")
      }
    }
    return segment >= 0 && !isBehindRun
  }

  private mutating func checkedMove(to value: Double) throws(LogError) {
    if let stretches, segments.next(value) > stretches.upperBound {
      isBehindRun = true
      return
    }
    move(to: value)
    if isDisordered { throw disordered }
  }

  /// Whether the positions fall back too often.
  var isDisordered: Bool { segment > Self.mostSegments }

  /// Moves to the position of the next row.
  mutating func move(to value: Double) {
    guard value != position else { return }
    if steps != nil, let last = segments.last, last != value { steps?.endEpoch(last) }
    position = value
    hasPosition = true
    if !plan.isLong { segment = segments.advance(to: value) - (stretches?.lowerBound ?? 0) }
    flushWaiting()
  }

  private mutating func flushWaiting() {
    guard !waiting.isEmpty, let position = position ?? segments.last else { return }
    for (curve, entry) in waiting {
      curves[curve].add(entry.value, at: position, segment: segment, isPercent: entry.isPercent)
    }
    waiting.removeAll()
  }

  private mutating func read(_ column: Int, into curve: Int) throws(LogError) {
    let bytes = scanner.bytes(column)
    switch CellValue.parse(bytes, mark: dialect.mark) {
    case .number(let value): store(value, in: curve)
    case .percent(let value): store(value, in: curve, isPercent: true)
    case .missing:
      if plan.hasRowIndex, let position, curves[curve].heading.metric.isJudged {
        blanks.noteBlank(curve, at: position)
      }
    case .text:
      if curves[curve].heading.metric.kind == .time, let seconds = CellValue.parseClock(bytes) {
        store(seconds, in: curve)
      } else if isStrict(curve), !(plan.isLong && curves[curve].isEmpty) {
        throw unreadable(column, expected: "a number")
      } else {
        // A column of names or times is no metric, nor is a setting in a long table, such as that of a loss.
        isText[curve] = true
        plain?.passOver(column)
      }
    }
  }

  /// Whether a column must hold numbers: it is judged, or was named by hand.
  private func isStrict(_ curve: Int) -> Bool {
    let heading = curves[curve].heading
    return heading.metric.isJudged || choice.names(heading.name) || choice.prefers(heading)
  }

  private mutating func store(_ value: Double, in curve: Int, isPercent: Bool = false) {
    if plan.isLong { isText[curve] = false }
    if plan.hasRowIndex { blanks.noteValue(curve) }
    if !plan.isLong, curves[curve].heading.metric.isJudged {
      if value.isNaN { return gaps.hold(curve) }
      if let position { closeGap(of: curve, at: position) }
    }
    keep(value, in: curve, isPercent: isPercent)
  }

  /// Takes what was held back of a curve, behind which a number follows.
  mutating func closeGap(of curve: Int, at position: Double) {
    switch gaps.number(in: curve, at: position) {
    case .blank: return
    case .notNumbers(let cells):
      for cell in cells { curves[curve].add(.nan, at: cell.position, segment: cell.segment) }
    case .secondBlank: curves[curve].removePoints { $0.isNaN }
    }
  }

  private mutating func keep(_ value: Double, in curve: Int, isPercent: Bool = false) {
    if let step = stepOfRow { steps?.add(value, to: curve, atStep: step) }
    guard let position else {
      waiting[curve] = (value, isPercent)
      return
    }
    if isWhole { curves[curve].removeOpenPoint(at: position) }
    curves[curve].add(value, at: position, segment: segment, isPercent: isPercent)
  }

  private mutating func readLongCells() throws(LogError) {
    for column in long.metricColumns {
      let known = curves.count
      guard let curve = try long.curve(for: column, in: scanner, source: source, curves: &curves) else {
        continue
      }
      if curves.count > known { isText.append(false) }
      if plan.axisColumn == nil { position = long.count(of: curve) }
      if let position { segment = long.segment(of: curve, at: position) }
      if isDisordered { throw disordered }
      try read(column, into: curve)
    }
  }

  /// Whether the row ends in the middle of a word where a number should be.
  private var endsInText: Bool {
    guard let last = wide.last, last.column == plan.columns.count - 1, isStrict(last.curve) else {
      return false
    }
    return CellValue.parse(scanner.bytes(last.column), mark: dialect.mark) == .text
  }

  private mutating func finish() throws(LogError) {
    guard rowCount > 0 else { throw filter.noRows(source: source) }
    notes += (isBehindRun ? filterOfRun ?? filter : filter).notes
    if withoutPosition > 0, let column = plan.axisColumn {
      let rows = withoutPosition == 1 ? "1 row" : "\(withoutPosition) rows"
      notes.append(
        RunNote(
          .droppedRows, "\(rows) without a number in \(PrintableText.clean(plan.columns[column])): left out.")
      )
    }
    if let column = plan.axisColumn, !hasPosition {
      throw LogError(
        .malformed, source: source, "the column \(plan.columns[column]) is empty in every row",
        columns: plan.columns, advice: "Fill it, or leave it out: rows are counted then.")
    }
    for curve in wide.map(\.curve) {
      for cell in gaps.notNumbersAtEnd(of: curve) {
        curves[curve].add(.nan, at: cell.position, segment: cell.segment)
      }
    }
    for (curve, positions) in blanks.notNumbers.enumerated() where !positions.isEmpty {
      for position in positions { curves[curve].add(.nan, at: position, segment: segment) }
      notes.append(
        RunNote(
          .interpretation,
          "\(curves[curve].heading.name): empty from \(plan.axis.rawValue) \(positions[0].plain) to the end, read as "
            + "NaN, which pandas writes as an empty cell."))
    }
    if plan.leftOut > 0 {
      notes.append(
        RunNote(
          .interpretation,
          "\(plan.leftOut) columns were left out: at most \(TablePlan.mostCurves) of a known and "
            + "\(TablePlan.mostUnknown) of an unknown name are kept."))
    }
    if !plan.isLong, !plan.repeatedNames.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(plan.repeatedNames)): several columns of this name, of which the first is judged."
        )
      )
    }
    if plan.axisColumn == nil {
      let counted = plan.isLong ? "the rows of each curve" : "rows"
      notes.append(RunNote(.interpretation, "There is no column of epochs: \(counted) are counted from 1."))
    }
    placeSteps()
    for index in isText.indices.reversed() where isText[index] { curves.remove(at: index) }
  }
}
