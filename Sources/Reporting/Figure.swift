import Diagnostics
import Drawing
import RunRecords

/// The figure of a report: the chart, the sentence below it and the text that stands for it.
public struct Figure: Sendable {
  public let chart: Chart
  /// What the marks mean, for below the figure.
  public let caption: String
  /// What the figure shows, for those who cannot see it.
  public let alternative: String

  public init(_ diagnosis: Diagnosis, lossScale: LossScale = .automatic) {
    let builder = FigureBuilder(diagnosis, lossScale: lossScale)
    chart = builder.chart
    caption = builder.caption
    alternative = builder.alternative
  }
}
