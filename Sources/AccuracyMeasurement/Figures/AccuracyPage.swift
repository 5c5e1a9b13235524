import Drawing
import Reporting

/// A page that shows what was measured; it is drawn on any canvas that has the theme's background.
protocol AccuracyPage: Sendable {
  var size: Size { get }
  /// What the page shows, in a line.
  var title: String { get }
  /// The same for those who do not see it.
  var summary: String { get }

  func draw(on canvas: some Canvas)
}

extension AccuracyPage {
  var info: DocumentInfo {
    DocumentInfo(title: title, summary: summary, creator: "\(Tool.name) \(Tool.version)")
  }

  var theme: Theme { .light }
}
