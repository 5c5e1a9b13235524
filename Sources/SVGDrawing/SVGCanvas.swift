import Drawing

/// A page drawn as SVG elements; make one with ``SVGDocument``.
///
/// A path is drawn as ``Path/drawable``; text at a point or in a font that is not drawable is left out.
public final class SVGCanvas: Canvas {
  public let size: Size

  private let measure: (String, Font) -> TextExtent
  /// The elements drawn so far, one to a line.
  private(set) var body = ""
  private(set) var styleSheet = SVGStyleSheet()

  init(size: Size, measure: @escaping (String, Font) -> TextExtent) {
    self.size = size
    self.measure = measure
  }

  public func extent(of text: String, in font: Font) -> TextExtent {
    measure(text, font)
  }

  public func draw(_ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color) {
    let line = text.singleLine
    guard point.isDrawable, font.isDrawable, line.contains(where: { $0 != " " }) else { return }
    var attributes = " class=\"\(styleSheet.textClass(font: font, color: color))\""
    attributes += " x=\"\(SVGNumber.text(point.x))\" y=\"\(SVGNumber.text(point.y))\""
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    let width = SVGNumber.text(measure(text, font).width)
    attributes += " textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\""
    append("<text\(attributes)>\(XMLText.escaped(line))</text>")
  }

  public func fill(_ path: Path, with color: Color) {
    shape(path, class: styleSheet.fillClass(color: color))
  }

  public func stroke(_ path: Path, with stroke: Stroke) {
    guard let stroke = stroke.drawable else { return }
    shape(path, class: styleSheet.strokeClass(stroke))
  }

  public func clip(to rectangle: Rect, _ drawing: () -> Void) {
    guard case .rectangle(let rectangle)? = Path(rectangle).drawable.elements.first else { return }
    append("<g class=\"\(styleSheet.clipClass(rectangle))\">")
    drawing()
    append("</g>")
  }

  public func tag(_ tag: CanvasTag, _ drawing: () -> Void) {
    switch tag {
    case .heading(let level, _): append("<g role=\"heading\" aria-level=\"\(max(level, 1))\">")
    case .paragraph, .table: append("<g>")
    case .figure(let alternative):
      append("<g role=\"img\">")
      append("<title>\(XMLText.escaped(alternative))</title>")
    case .link(let address):
      guard address.isWebAddress else { return drawing() }
      append("<a href=\"\(XMLText.escaped(address))\">")
      drawing()
      return append("</a>")
    }
    drawing()
    append("</g>")
  }

  private func shape(_ path: Path, class style: String) {
    guard let shape = SVGShape(path.drawable) else { return }
    append("<\(shape.name) class=\"\(style)\" \(shape.geometry)/>")
  }

  private func append(_ element: String) {
    body += element
    body += "\n"
  }
}
