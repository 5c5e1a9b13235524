import Drawing

/// The numbers of the deciding finding at the left, the facts of the run at the right; without
/// numbers the facts fill both columns.
struct NumbersSection: PageSection {
  private struct Row {
    let title: TextBlock
    let value: TextBlock
    let threshold: TextBlock?
    var height: Double { max(title.height, value.height) }
  }

  private let numbers: [Row]
  /// The facts, in one or two columns.
  private let facts: [[Row]]
  private let column: Double
  private let style: PageStyle
  private let columnGap = 24.0
  private let titleWidth: Double
  private let thresholdWidth = 46.0

  init(
    numbers: [Report.NumberRow], facts: [Report.Fact], width: Double, style: PageStyle, on canvas: some Canvas
  ) {
    let column = (width - columnGap) / 2
    let titleWidth = min(92, column * 0.4)
    let thresholdWidth = thresholdWidth
    self.column = column
    self.titleWidth = titleWidth
    self.style = style
    func block(_ text: TextBlock.Run, _ width: Double, lines: Int) -> TextBlock {
      TextBlock([text], width: width, leading: style.smallLeading, maximumLines: lines, on: canvas)
    }
    self.numbers = numbers.map { number in
      let value = block(style.run(number.value, style.figures), 64, lines: 1)
      return Row(
        title: block(style.quiet(number.title, style.small), column - 56 - thresholdWidth, lines: 2),
        value: value,
        threshold: number.threshold.map { block(style.quiet($0, style.figures), thresholdWidth, lines: 1) })
    }
    let rows = facts.map { fact in
      Row(
        title: block(style.quiet(fact.title, style.small), titleWidth, lines: 2),
        value: block(
          style.run(Wording.unbroken(fact.value), style.figures), column - titleWidth - 4, lines: 2),
        threshold: nil)
    }
    let half = (rows.count + 1) / 2
    self.facts = numbers.isEmpty ? [Array(rows.prefix(half)), Array(rows.dropFirst(half))] : [rows]
  }

  var height: Double {
    style.headingHeight + ([numbers] + facts).map { $0.map(\.height).reduce(0, +) }.reduce(0, max)
  }

  func draw(at origin: Point, on canvas: some Canvas) {
    if !numbers.isEmpty { drawNumbers(at: origin, on: canvas) }
    var left = numbers.isEmpty ? origin.x : origin.x + column + columnGap
    drawHeading("The run", at: Point(x: left, y: origin.y), style: style, on: canvas)
    canvas.tag(.table) {
      for rows in facts {
        var y = origin.y + style.headingHeight
        for row in rows {
          row.title.draw(at: Point(x: left, y: y), on: canvas)
          row.value.draw(at: Point(x: left + titleWidth + 4, y: y), on: canvas)
          y += row.height
        }
        left += column + columnGap
      }
    }
  }

  private func drawNumbers(at origin: Point, on canvas: some Canvas) {
    drawHeading("Measured", at: origin, style: style, on: canvas)
    let right = origin.x + column
    canvas.tag(.table) {
      var y = origin.y + style.headingHeight
      for row in numbers {
        row.title.draw(at: Point(x: origin.x, y: y), on: canvas)
        row.value.draw(at: Point(x: right - thresholdWidth - row.value.width - 6, y: y), on: canvas)
        row.threshold?.draw(at: Point(x: right - thresholdWidth, y: y), on: canvas)
        y += row.height
      }
    }
  }
}
