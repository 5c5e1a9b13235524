import Drawing
import Reporting

/// How the page of a report is drawn.
public struct PageOptions: Sendable, Hashable {
  /// The size of the page; A4, or the standard figure size when only the figure is drawn.
  public var size: PageSize?
  /// Pixels to the inch, for PNG.
  public var dotsPerInch: Double
  public var theme: Theme
  /// Whether to draw only the figure, for a paper or a slide.
  public var figureOnly: Bool

  public init(
    size: PageSize? = nil, dotsPerInch: Double = 150, theme: Theme = .light, figureOnly: Bool = false
  ) {
    self.size = size
    self.dotsPerInch = dotsPerInch
    self.theme = theme
    self.figureOnly = figureOnly
  }

  var pageSize: PageSize { size ?? (figureOnly ? .figure : .a4) }
}
