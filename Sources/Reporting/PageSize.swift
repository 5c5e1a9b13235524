import Drawing

/// The size of a page or figure in points (1/72 inch).
public struct PageSize: Sendable, Hashable {
  public let width: Double
  public let height: Double

  public static let a4 = PageSize(width: 210 / 25.4 * 72, height: 297 / 25.4 * 72)
  public static let letter = PageSize(width: 8.5 * 72, height: 11 * 72)
  /// The standard size of a bare figure: the width of a text column of an A4 page.
  public static let figure = PageSize(width: 480, height: 200)

  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Reads `a4`, `letter`, or a width and height with a unit such as `160x90mm`, `6x3in` or `480x200pt`.
  ///
  /// - Returns: `nil` when the text is none of these, or a side is not between 72 and 14 400 points.
  public init?(_ text: String) {
    let text = text.lowercased()
    switch text {
    case "a4": self = .a4
    case "letter": self = .letter
    default:
      let units: [(name: String, points: Double)] = [
        ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1),
      ]
      guard let unit = units.first(where: { text.hasSuffix($0.name) }) else { return nil }
      let sides = text.dropLast(unit.name.count).split(separator: "x", omittingEmptySubsequences: false)
      guard sides.count == 2, let width = Double(sides[0]), let height = Double(sides[1]) else { return nil }
      let range = 72.0...14_400
      guard range.contains(width * unit.points), range.contains(height * unit.points) else { return nil }
      self.init(width: width * unit.points, height: height * unit.points)
    }
  }

  public var size: Size { Size(width: width, height: height) }
}
