/// A paragraph of differently set pieces, broken into lines of a given width.
public struct TextBlock: Sendable {
  /// A stretch of text in one font and colour.
  public struct Run: Sendable, Hashable {
    public var text: String
    public var font: Font
    public var color: Color

    public init(_ text: String, font: Font, color: Color) {
      self.text = text
      self.font = font
      self.color = color
    }
  }

  /// A piece of a line with the distance of its start from the line's.
  struct Piece: Sendable {
    var run: Run
    var x: Double
    var width: Double
  }

  private let lines: [[Piece]]
  /// The distance from one baseline to the next.
  public let leading: Double

  /// Breaks runs into lines at spaces and between CJK characters; a word that is wider than a
  /// line is broken where it must be.
  ///
  /// Where more than `maximumLines` would be needed, the last line ends in an ellipsis.
  public init(
    _ runs: [Run], width: Double, leading: Double, maximumLines: Int = .max, on canvas: some Canvas
  ) {
    self.leading = leading
    var breaker = LineBreaker(width: width) { canvas.extent(of: $0, in: $1).width }
    for run in runs { breaker.add(run) }
    lines = breaker.finish(maximumLines: maximumLines)
  }

  public var height: Double { Double(lines.count) * leading }

  /// The width of the widest line.
  public var width: Double {
    lines.compactMap { line in line.last.map { $0.x + $0.width } }.max() ?? 0
  }

  /// Draws the lines with the first baseline one ascent below `top`, each centred in its leading.
  ///
  /// - Returns: The y coordinate below the last line.
  @discardableResult
  public func draw(at origin: Point, on canvas: some Canvas) -> Double {
    var y = origin.y
    for line in lines {
      let extents = line.map { canvas.extent(of: $0.run.text, in: $0.run.font) }
      let ascent = extents.map(\.ascent).max() ?? 0
      let descent = extents.map(\.descent).max() ?? 0
      let baseline = y + (leading - ascent - descent) / 2 + ascent
      for piece in line {
        canvas.draw(
          piece.run.text, at: Point(x: origin.x + piece.x, y: baseline), anchor: .start,
          font: piece.run.font, color: piece.run.color)
      }
      y += leading
    }
    return y
  }
}
