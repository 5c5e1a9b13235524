/// Rows of text in columns of one width each: the first begins at the left, numbers end at the right.
package struct TextTable: Sendable {
  private var rows: [[String]]

  package init(header: [String]) {
    rows = [header]
  }

  package mutating func add(_ row: [String]) {
    rows.append(row)
  }

  package var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        cell.padded(to: widths[column], atEnd: column > 0)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension TextTable {
  init(_ table: ScoreTable, corner: String, decimals: Int) {
    self.init(header: [corner] + table.columns)
    for row in table.rows { add([row.name] + row.figures.map { $0.text(decimals: decimals) }) }
  }
}

extension String {
  /// The text with spaces up to a width, at its end or, for a text that is to end there, before it.
  func padded(to width: Int, atEnd: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - count))
    return atEnd ? space + self : self + space
  }
}
