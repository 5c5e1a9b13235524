/// Where the parts of a chart go on a page: measuring apart from drawing.
public struct ChartLayout: Sendable {
  /// How the panels of a chart stand to each other.
  public enum Arrangement: String, Sendable, Hashable {
    /// One above the other, over one x axis.
    case stacked
    /// In a row, each with its own x axis.
    case sideBySide
  }

  /// One panel's place.
  public struct PanelFrame: Sendable {
    public let panel: Chart.Panel
    /// The area that values are drawn in.
    public let plot: Rect
    public let x: Scale
    public let y: Scale
    public let xTicks: [Tick]
    public let yTicks: [Tick]
    /// The panel's title, with the power of ten that its tick labels leave out.
    public let title: String
    /// The left edge of the panel, where its title starts.
    public let left: Double
    /// The right edge of the panel, where end labels must end.
    public let right: Double
    /// Whether the x axis is labelled below this panel.
    public let labelsAxis: Bool
    public let fonts: ChartFonts

    /// Where a value lies on the page.
    func position(of point: ChartPoint) -> Point {
      Point(x: x.position(of: point.x), y: y.position(of: point.y))
    }
  }

  public let frames: [PanelFrame]
  public let axisTitle: String

  /// Divides a rectangle among a chart's panels; the last ones are left out where all would be too low to read.
  public init(
    _ chart: Chart, in area: Rect, arrangement: Arrangement, fonts: ChartFonts = ChartFonts(),
    on canvas: some Canvas
  ) {
    var chart = chart
    let x = Scale(chart.scale, domain: chart.domain, from: 0, to: 1)
    axisTitle = Ticks.title(chart.axisTitle, on: x, style: chart.ticks)
    var metrics = Metrics(chart: chart, fonts: fonts, canvas: canvas)
    if arrangement == .stacked {
      chart.panels = metrics.fitting(chart.panels, in: area.height)
      metrics = Metrics(chart: chart, fonts: fonts, canvas: canvas)
    }
    switch arrangement {
    case .stacked:
      frames = ChartLayout.stacked(chart, in: area, metrics: metrics)
    case .sideBySide:
      frames = ChartLayout.sideBySide(chart, in: area, metrics: metrics)
    }
  }

  private static func stacked(_ chart: Chart, in area: Rect, metrics: Metrics) -> [PanelFrame] {
    let heights = metrics.plotHeights(of: chart.panels, in: area.height)
    let left = metrics.leftGutter(for: chart.panels)
    let right = metrics.rightGutter(for: chart.panels, in: area.width)
    var frames: [PanelFrame] = []
    var top = area.y
    for (index, panel) in chart.panels.enumerated() {
      let plot = Rect(
        x: area.x + left, y: top + metrics.titleHeight, width: area.width - left - right,
        height: heights[index])
      frames.append(
        metrics.frame(
          panel, plot: plot, left: area.x, right: area.maxX, labelsAxis: index == chart.panels.count - 1))
      top = plot.maxY + metrics.gapBetweenRows
    }
    return frames
  }

  private static func sideBySide(_ chart: Chart, in area: Rect, metrics: Metrics) -> [PanelFrame] {
    let count = Double(chart.panels.count)
    let gap = 24.0
    let width = (area.width - (count - 1) * gap) / count
    return chart.panels.enumerated().map { index, panel in
      let x = area.x + Double(index) * (width + gap)
      let left = metrics.leftGutter(for: [panel])
      let right = metrics.rightGutter(for: [panel], in: width)
      let plot = Rect(
        x: x + left, y: area.y + metrics.titleHeight, width: width - left - right,
        height: max(area.height - metrics.titleHeight - metrics.axisHeight, 0))
      return metrics.frame(panel, plot: plot, left: x, right: x + width, labelsAxis: true)
    }
  }
}

/// The type sizes of a chart.
public struct ChartFonts: Sendable, Hashable {
  public var title: Font
  public var tick: Font
  public var label: Font

  public init(size: Double = 8) {
    title = Font(size: size + 0.5, weight: .semibold)
    tick = Font(size: size, tabularFigures: true)
    label = Font(size: size)
  }
}

/// The measures that a layout is made from.
private struct Metrics {
  let chart: Chart
  let fonts: ChartFonts
  let titleHeight: Double
  let axisHeight: Double
  let gapBetweenRows = 14.0
  /// How many ticks a y axis may have, by its height.
  static let tickCounts = 2...6
  /// The least height of the first plot and of the lowest one, in points.
  static let leastHeight = 48.0
  static let leastSideHeight = 26.0
  let textWidth: (String, Font) -> Double

  init(chart: Chart, fonts: ChartFonts, canvas: some Canvas) {
    self.chart = chart
    self.fonts = fonts
    textWidth = { canvas.extent(of: $0, in: $1).width }
    titleHeight = fonts.title.size * 1.25 + 7
    axisHeight = fonts.tick.size * 1.25 + 6
  }

  /// The heights of stacked plots, by their shares of what titles, gaps and the axis leave.
  func plotHeights(of panels: [Chart.Panel], in height: Double) -> [Double] {
    let count = Double(panels.count)
    let available = max(
      height - count * titleHeight - (count - 1) * gapBetweenRows - axisHeight, 0)
    let shares = panels.map(\.height).reduce(0, +)
    return panels.map { available * $0.height / shares }
  }

  /// As many of the panels as can be read one above the other.
  func fitting(_ panels: [Chart.Panel], in height: Double) -> [Chart.Panel] {
    var panels = panels
    while panels.count > 1 {
      let heights = plotHeights(of: panels, in: height)
      let first = Metrics.leastHeight * min(1, panels[0].height)
      if heights[0] >= first, heights.allSatisfy({ $0 >= Metrics.leastSideHeight }) { break }
      panels.removeLast()
    }
    return panels
  }

  func leftGutter(for panels: [Chart.Panel]) -> Double {
    // The height decides how many ticks there are and is not known yet: the widest of all counts.
    let labels = panels.flatMap { panel in
      Metrics.tickCounts.flatMap { count in
        Ticks.on(yScale(panel, from: 1, to: 0), count: count, style: panel.ticks).map(\.label)
      }
    }
    return (labels.map { textWidth($0, fonts.tick) }.max() ?? 0) + 8
  }

  func rightGutter(for panels: [Chart.Panel], in width: Double) -> Double {
    let labels = panels.flatMap { panel in
      panel.marks.compactMap { mark -> String? in
        if case .line = mark.shape { return mark.label }
        return nil
      }
    }
    let bold = Font(size: fonts.label.size, weight: .semibold, tabularFigures: true)
    let widest = labels.map { textWidth($0, bold) }.max() ?? 0
    let x = Scale(chart.scale, domain: chart.domain, from: 0, to: width)
    // Behind the last number, which may stand across the end of the axis.
    let last = Ticks.on(x, count: Metrics.tickCounts.upperBound, style: chart.ticks).last
    let axisTitle =
      textWidth(Ticks.title(chart.axisTitle, on: x, style: chart.ticks), fonts.tick) + EndLabels.gap + 2
      + (last.map { textWidth($0.label, fonts.tick) / 2 } ?? 0)
    return min(max(widest + EndLabels.gap + 2, axisTitle), width * 0.4)
  }

  func frame(
    _ panel: Chart.Panel, plot: Rect, left: Double, right: Double, labelsAxis: Bool
  ) -> ChartLayout.PanelFrame {
    let x = Scale(chart.scale, domain: chart.domain, from: plot.x, to: plot.maxX)
    let y = yScale(panel, from: plot.maxY, to: plot.y)
    let yCount = (plot.height / (fonts.tick.size * 3)).count(in: Metrics.tickCounts)
    let yTicks = Ticks.on(y, count: yCount, style: panel.ticks)
    return ChartLayout.PanelFrame(
      panel: panel, plot: plot, x: x, y: y,
      xTicks: Ticks.apart(xTicks(x, width: plot.width), on: x, gap: 4) { textWidth($0, fonts.tick) },
      yTicks: Ticks.apart(yTicks, on: y, gap: 1) { _ in fonts.tick.size },
      title: Ticks.title(panel.title, on: y, style: panel.ticks), left: left, right: right,
      labelsAxis: labelsAxis, fonts: fonts)
  }

  private func yScale(_ panel: Chart.Panel, from start: Double, to end: Double) -> Scale {
    Scale(panel.scale, domain: panel.domain, from: start, to: end)
  }

  /// Round numbers that do not touch; of whole numbers, such as epochs, the first one is among them.
  private func xTicks(_ scale: Scale, width: Double) -> [Tick] {
    guard chart.ticks == .whole, chart.scale == .linear else {
      return Ticks.on(scale, count: (width / (fonts.tick.size * 5)).count(in: 2...8), style: chart.ticks)
    }
    let widest = textWidth(NumberText.position(scale.domain.upperBound.rounded(.up)), fonts.tick)
    guard chart.domain.lowerBound < chart.domain.upperBound else {
      // A lone epoch stands in the middle of an axis that holds nothing else.
      let only = chart.domain.lowerBound
      return [Tick(value: only, label: NumberText.position(only))]
    }
    var ticks = Ticks.on(scale, count: (width / (widest + 20)).count(in: 2...8), style: .whole)
    let first = scale.domain.lowerBound.rounded(.up)
    guard first <= scale.domain.upperBound else { return ticks }
    let room = scale.position(of: ticks.first?.value ?? .greatestFiniteMagnitude) - scale.position(of: first)
    if room > widest + 8 {
      ticks.insert(Tick(value: first, label: NumberText.position(first)), at: 0)
    }
    return ticks
  }
}

extension Double {
  /// The number rounded down, kept within a range; the lower bound for what is not a number.
  fileprivate func count(in range: ClosedRange<Int>) -> Int {
    Int(min(max(Double(range.lowerBound), self), Double(range.upperBound)))
  }
}
