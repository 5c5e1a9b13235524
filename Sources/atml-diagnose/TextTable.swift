import ATMLDiagnose

/// Lines of cells in columns of one width each, two spaces apart.
struct TextTable {
  enum Alignment {
    case left
    case right
  }

  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  /// Adds a line; typographic spaces become ordinary ones, which every terminal has.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map { $0.replacing(NumberText.thinSpace, with: " ") })
  }

  /// The lines, without blanks at their ends.
  var lines: [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, zip(widths, alignments)).map { cell, column in
        let space = String(repeating: " ", count: column.0 - cell.count)
        return column.1 == .right ? space + cell : cell + space
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
