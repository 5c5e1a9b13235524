/// How text is set: its size in points, weight, slant and kind of figures.
///
/// The family is a matter of the canvas: one page is set in one family.
public struct Font: Sendable, Hashable {
  public enum Weight: Int, Sendable, Hashable {
    case regular = 400
    case semibold = 600
    case bold = 700
  }

  public var size: Double
  public var weight: Weight
  public var italic: Bool
  /// Figures of one width, for columns of numbers.
  public var tabularFigures: Bool

  public init(
    size: Double, weight: Weight = .regular, italic: Bool = false, tabularFigures: Bool = false
  ) {
    self.size = size
    self.weight = weight
    self.italic = italic
    self.tabularFigures = tabularFigures
  }

  /// The families a page is set in, the first one installed being used.
  public static let families = ["Inter", "Helvetica Neue", "Liberation Sans", "DejaVu Sans", "sans-serif"]
}

/// The room that a line of text takes, in points.
public struct TextExtent: Sendable, Hashable {
  /// The distance to where a following text would start.
  public var width: Double
  /// The height of the line above its baseline.
  public var ascent: Double
  /// The depth of the line below its baseline.
  public var descent: Double

  public init(width: Double, ascent: Double, descent: Double) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}

/// Which part of a text lies on the point it is drawn at.
public enum TextAnchor: String, Sendable, Hashable {
  case start
  case middle
  case end
}
