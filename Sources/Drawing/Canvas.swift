/// A page that marks are drawn on, in points with y downwards.
///
/// A handful of verbs, so that a new output (a file format, a recording for a test) is little work.
/// Line ends are flat, line joins are round.
public protocol Canvas: AnyObject {
  var size: Size { get }

  /// Measures one line of text as it would be drawn.
  func extent(of text: String, in font: Font) -> TextExtent

  /// Draws one line of text with its baseline on a point.
  func draw(_ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color)

  func fill(_ path: Path, with color: Color)

  func stroke(_ path: Path, with stroke: Stroke)

  /// Draws with everything outside a rectangle cut off.
  func clip(to rectangle: Rect, _ drawing: () -> Void)

  /// Draws a part of the page and tells what it is to those who do not see it.
  func tag(_ tag: CanvasTag, _ drawing: () -> Void)
}

/// What a part of a page is, for outlines, screen readers and links.
public enum CanvasTag: Sendable, Hashable {
  /// A heading with its level from 1, and its text as it stands in an outline.
  case heading(level: Int, String)
  case paragraph
  /// A figure with the text that stands for it where it cannot be seen.
  case figure(alternative: String)
  case table
  /// A part that leads to an address on the web.
  case link(String)
}
