import Drawing

/// Draws one panel of a chart with characters, for a terminal.
public struct TerminalChart: Sendable {
  private let chart: Chart
  private let columns: Int
  private let rows: Int
  private let usesColor: Bool

  /// - Parameters:
  ///   - columns: The width of the drawing in characters, labels included.
  ///   - rows: The height of the plot in lines.
  public init(_ chart: Chart, columns: Int = 78, rows: Int = 10, usesColor: Bool = false) {
    self.chart = chart
    self.columns = max(30, columns)
    self.rows = max(4, rows)
    self.usesColor = usesColor
  }

  /// The first panel as lines of text; empty when the chart has no panel.
  public var text: String {
    guard let panel = chart.panels.first else { return "" }
    let lines = panel.marks.compactMap { mark -> TerminalLine? in
      guard case .line(let points) = mark.shape, let label = mark.label else { return nil }
      return TerminalLine(points: points, role: mark.role, label: label)
    }
    let labelWidth = (lines.map(\.label.count).max() ?? 0) + 1
    let unit = Scale(panel.scale, domain: panel.domain, from: 0, to: 1)
    let ticks = Ticks.on(unit, count: rows / 3, style: panel.ticks)
    let tickWidth = (ticks.map(\.label.count).max() ?? 0) + 1
    let width = max(columns - labelWidth - tickWidth - 2, 10)
    var grid = DotGrid(columns: width, rows: rows)
    let x = Scale(chart.scale, domain: chart.domain, from: 0, to: Double(grid.dotColumns - 1))
    let y = Scale(panel.scale, domain: panel.domain, from: Double(grid.dotRows - 1), to: 0)
    for (index, line) in lines.enumerated() { draw(line, index, x, y, in: &grid) }

    var ends: [Int: (String, Int)] = [:]
    let wanted = lines.map { line in
      line.points.last { $0.y.isFinite }.map { clamped(y.position(of: $0.y) / 4, below: rows) } ?? 0.0
    }
    let places = EndLabels.spread(wanted, spacing: 1, within: 0...Double(rows - 1))
    for (index, place) in places.enumerated() { ends[Int(place.rounded())] = (lines[index].label, index) }

    var tickRows: [Int: String] = [:]
    for tick in ticks { tickRows[Int(clamped(y.position(of: tick.value) / 4, below: rows))] = tick.label }

    var result = [Ticks.title(panel.title, on: unit, style: panel.ticks)]
    for row in 0..<rows {
      let tick = tickRows[row] ?? ""
      var text = String(repeating: " ", count: tickWidth - tick.count) + tick + " │"
      text += dots(of: grid, row: row, lines: lines)
      if let (label, index) = ends[row] { text += " " + colored(label, lines[index].role) }
      result.append(trimmed(text))
    }
    let left = NumberText.position(chart.domain.lowerBound)
    let right = NumberText.position(chart.domain.upperBound)
    result.append(
      String(repeating: " ", count: tickWidth + 1) + "└" + String(repeating: "─", count: width))
    result.append(
      String(repeating: " ", count: tickWidth + 2) + left
        + String(repeating: " ", count: max(1, width - left.count - right.count)) + right + " "
        + chart.axisTitle)
    return result.joined(separator: "\n").replacing(NumberText.thinSpace, with: " ")
  }

  /// One row of the plot; neighbours of one colour share their escape codes.
  private func dots(of grid: DotGrid, row: Int, lines: [TerminalLine]) -> String {
    var text = ""
    var piece = ""
    var owner: Int?
    func finish() {
      text += owner.map { colored(piece, lines[$0].role) } ?? piece
      piece = ""
    }
    for column in 0..<grid.columns {
      let dot = grid.character(column: column, row: row)
      if dot?.owner != owner {
        finish()
        owner = dot?.owner
      }
      piece.append(dot?.0 ?? " ")
    }
    finish()
    return text
  }

  private func draw(_ line: TerminalLine, _ owner: Int, _ x: Scale, _ y: Scale, in grid: inout DotGrid) {
    var previous: (x: Int, y: Int)?
    for point in line.points {
      guard point.y.isFinite else {
        previous = nil
        continue
      }
      let place = (
        x: Int(clamped(x.position(of: point.x), below: grid.dotColumns).rounded()),
        y: Int(clamped(y.position(of: point.y), below: grid.dotRows).rounded())
      )
      grid.line(from: previous ?? place, to: place, owner: owner)
      previous = place
    }
  }

  /// The value kept within the first `count` whole numbers; 0 for what is not a number.
  private func clamped(_ value: Double, below count: Int) -> Double {
    min(max(0, value), Double(count - 1))
  }

  private func colored(_ text: String, _ role: Mark.Role) -> String {
    guard usesColor else { return text }
    let code =
      switch role {
      case .training: "34"
      case .validation: "33"
      default: "37"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A line of a chart with the label at its end.
private struct TerminalLine {
  let points: [ChartPoint]
  let role: Mark.Role
  let label: String
}
