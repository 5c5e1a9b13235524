import Drawing

/// Reliability diagrams, one for each label: how often a label holds where the library is so sure of it.
struct CalibrationPage: AccuracyPage {
  /// The number of equal stretches of confidence.
  static let binCount = 10
  /// The fewest runs of a stretch for it to be shown.
  static let leastRuns = 8
  private static let columns = 3

  private let panels: [ReliabilityPanel]
  private let runs: Int

  init(_ judged: [JudgedRun]) {
    runs = judged.count
    panels = Label.allCases.map { label in
      let confidences = Confidences(label, judged)
      return ReliabilityPanel(
        title: Self.capitalized(label.title), error: confidences.calibrationError, count: confidences.count,
        bins: confidences.reliability(bins: Self.binCount, leastRuns: Self.leastRuns))
    }
  }

  let size = Size(width: 560, height: 630)
  let title = "How sure the library is, and how often it is right"

  var summary: String {
    let errors = panels.compactMap { panel in
      panel.error.map { "\(panel.title): \(NumberText.fixed($0, decimals: 3))" }
    }
    return
      "Reliability diagrams of \(runs) runs. Expected calibration errors: \(errors.joined(separator: ", "))."
  }

  func draw(on canvas: some Canvas) {
    let margin = 8.0
    canvas.draw(
      title, at: Point(x: margin, y: 22), anchor: .start, font: Font(size: 13, weight: .semibold),
      color: theme.ink)
    let text = """
      Dots: the share of runs that have a label, over the confidence in it, in tenths of confidence with \
      \(Self.leastRuns) runs or more; lines join neighbours. Bars: 95\u{A0}% intervals. ECE: the expected calibration \
      error, a mean distance of the two. n: the runs of which the truth is known.
      """
    let block = TextBlock(
      [TextBlock.Run(text, font: Font(size: 8.5), color: theme.quietInk)], width: size.width - 2 * margin,
      leading: 12, on: canvas)
    let top = block.draw(at: Point(x: margin, y: 30), on: canvas) + 10
    let rows = (panels.count + Self.columns - 1) / Self.columns
    let gap = Size(width: 22, height: 10)
    let width = (size.width - 2 * margin - Double(Self.columns - 1) * gap.width) / Double(Self.columns)
    let height = (size.height - top - margin - Double(rows - 1) * gap.height) / Double(rows)
    canvas.tag(.figure(alternative: summary)) {
      for (index, panel) in panels.enumerated() {
        let x = margin + Double(index % Self.columns) * (width + gap.width)
        let y = top + Double(index / Self.columns) * (height + gap.height)
        panel.draw(
          in: Rect(x: x, y: y, width: width, height: height), isFirst: index == 0, theme: theme, on: canvas)
      }
    }
  }

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
