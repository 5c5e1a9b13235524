import Reporting
import TerminalDrawing

extension Report {
  /// The report as text for a terminal, with a small chart if wanted.
  ///
  /// - Parameters:
  ///   - width: The count of characters of a line.
  ///   - showsChart: Whether to draw the curves with Braille characters.
  ///   - usesColor: Whether the text may hold escape codes.
  public func terminalText(width: Int = 80, showsChart: Bool = false, usesColor: Bool = false) -> String {
    let chart =
      showsChart
      ? TerminalChart(figure.chart, columns: min(width, 100), usesColor: usesColor).text : nil
    return TextWriter(usesColor: usesColor, width: min(width, 100)).text(of: self, chart: chart)
  }
}
