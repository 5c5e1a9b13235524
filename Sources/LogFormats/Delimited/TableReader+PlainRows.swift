extension TableReader {
  /// Reads the plain rows behind the current record, up to the first that is not plain or not yet wholly there.
  mutating func readPlainRows() throws(LogError) {
    while let bytes = plain?.read(scanner.rest, learning: &filter.cutOff), let rows = plain, rows.count > 0 {
      let (positions, segments) = try place(rows)
      scanner.skip(rows.count, bytes: bytes)
      for (column, curve) in wide where !isText[curve] {
        store(rows[column], in: curve, at: positions, segments: segments)
      }
      settleSteps()
    }
  }

  /// Moves through the rows; the position of each and the stretch that it is in.
  private mutating func place(
    _ rows: PlainRows
  ) throws(LogError) -> (positions: [Double], segments: [Int32]) {
    var positions: [Double] = []
    if let column = plan.axisColumn {
      positions = Array(rows[column])
    } else {
      positions = (0..<rows.count).map { Double(rowCount + 1 + $0) }
    }
    var segments: [Int32] = []
    segments.reserveCapacity(positions.count)
    let cells = steps == nil ? nil : plan.stepColumn.map { rows[$0] }
    for (row, position) in positions.enumerated() {
      move(to: position)
      if let cells, row < cells.count { steps?.move(to: cells[cells.startIndex + row]) }
      segments.append(segment)
      if isDisordered {
        scanner.skip(segments.count, bytes: 0)
        throw disordered
      }
    }
    rowCount += rows.count
    return (positions, segments)
  }

  /// Takes the values of a column, NaN for blank cells.
  private mutating func store(
    _ values: ArraySlice<Double>, in curve: Int, at positions: [Double], segments: [Int32]
  ) {
    if plan.hasRowIndex { blanks.noteValue(curve) }
    if let first = values.firstIndex(where: { !$0.isNaN }) {
      closeGap(of: curve, at: positions[first - values.startIndex])
    }
    curves[curve].add(values, at: positions, segments: segments)
    guard steps?.gathers(curve) ?? false, let column = plan.stepColumn, let cells = plain?[column] else {
      return
    }
    for (value, step) in zip(values, cells) where !value.isNaN {
      steps?.add(value, to: curve, atStep: step)
    }
  }
}
