/// Figures by the names of their rows and columns.
package struct ScoreTable: Sendable, Encodable {
  package let columns: [String]
  package let rows: [(name: String, figures: [Figure])]

  /// - Precondition: Each row has a figure for each column.
  init(columns: [String], rows: [(name: String, figures: [Figure])]) {
    precondition(rows.allSatisfy { $0.figures.count == columns.count })
    self.columns = columns
    self.rows = rows
  }

  /// The figure of a row and a column; `nil` where there is none of these names.
  package subscript(row: String, column: String) -> Figure? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    return rows.first { $0.name == row }?.figures[place]
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FigureName.self)
    for row in rows {
      var cells = container.nestedContainer(
        keyedBy: FigureName.self, forKey: FigureName(stringValue: row.name))
      for (column, figure) in zip(columns, row.figures) {
        try cells.encode(figure, forKey: FigureName(stringValue: column))
      }
    }
  }
}
