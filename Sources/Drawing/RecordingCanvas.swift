/// A canvas that writes down what is drawn as lines of text, for tests that read as a diff.
///
/// Every character is half as wide as its font is high, so that a recording is the same wherever
/// it is made.
public final class RecordingCanvas: Canvas {
  public let size: Size
  public private(set) var lines: [String] = []
  /// The rectangles of the texts drawn, for tests that look for overlaps.
  public private(set) var textBoxes: [(text: String, box: Rect)] = []
  /// The lines drawn, for tests that look for what they cross.
  public private(set) var strokes: [(path: Path, stroke: Stroke, clips: [Rect])] = []
  private var clips: [Rect] = []
  private var depth = 0

  public init(size: Size) {
    self.size = size
  }

  /// The recording, one verb a line.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  public func extent(of text: String, in font: Font) -> TextExtent {
    TextExtent(width: Double(text.count) * font.size / 2, ascent: font.size * 0.75, descent: font.size * 0.25)
  }

  public func draw(_ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color) {
    let extent = extent(of: text, in: font)
    let shift =
      switch anchor {
      case .start: 0.0
      case .middle: extent.width / 2
      case .end: extent.width
      }
    textBoxes.append(
      (
        text,
        Rect(
          x: point.x - shift, y: point.y - extent.ascent, width: extent.width,
          height: extent.ascent + extent.descent)
      ))
    record(
      "text \(number(point.x)) \(number(point.y)) \(anchor.rawValue) \(number(font.size))"
        + "/\(font.weight.rawValue) \(color.hex) \(text)")
  }

  public func fill(_ path: Path, with color: Color) {
    record("fill \(color.hex)@\(number(color.opacity)) \(describe(path))")
  }

  public func stroke(_ path: Path, with stroke: Stroke) {
    strokes.append((path, stroke, clips))
    let dash = stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(number).joined(separator: ",")
    record(
      "stroke \(stroke.color.hex)@\(number(stroke.color.opacity)) \(number(stroke.width))\(dash)"
        + " \(describe(path))")
  }

  public func clip(to rectangle: Rect, _ drawing: () -> Void) {
    record("clip \(describe(rectangle))")
    clips.append(rectangle)
    nested(drawing)
    clips.removeLast()
  }

  public func tag(_ tag: CanvasTag, _ drawing: () -> Void) {
    switch tag {
    case .heading(let level, let text): record("heading \(level) \(text)")
    case .paragraph: record("paragraph")
    case .figure(let alternative): record("figure \(alternative)")
    case .table: record("table")
    case .link(let address): record("link \(address)")
    }
    nested(drawing)
  }

  private func nested(_ drawing: () -> Void) {
    depth += 1
    drawing()
    depth -= 1
  }

  private func record(_ line: String) {
    lines.append(String(repeating: "  ", count: depth) + line)
  }

  private func describe(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let point): "M\(number(point.x)),\(number(point.y))"
      case .line(let point): "L\(number(point.x)),\(number(point.y))"
      case .circle(let center, let radius): "O\(number(center.x)),\(number(center.y)),\(number(radius))"
      case .rectangle(let rectangle): "R" + describe(rectangle)
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  private func describe(_ rectangle: Rect) -> String {
    [rectangle.x, rectangle.y, rectangle.width, rectangle.height].map(number).joined(separator: ",")
  }

  private func number(_ value: Double) -> String {
    NumberText.fixed(value, decimals: 1).replacing(NumberText.thinSpace, with: "")
  }
}
