import CCairo
import Drawing

/// A page drawn by Cairo, for PDF files and images alike.
///
/// A path is drawn as ``Path/drawable``; text at a point or in a font that is not drawable is left out.
public final class CairoCanvas: Canvas {
  public let size: Size

  private let context: OpaquePointer?
  private let typesetter: Typesetter
  private let textPen: any TextPen
  private let tagger: PDFTagger?

  init(
    context: OpaquePointer?, size: Size, typesetter: Typesetter, textPen: any TextPen,
    tagger: PDFTagger? = nil
  ) {
    self.context = context
    self.size = size
    self.typesetter = typesetter
    self.textPen = textPen
    self.tagger = tagger
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  }

  public func extent(of text: String, in font: Font) -> TextExtent {
    typesetter.extent(of: text, in: font)
  }

  public func draw(_ text: String, at point: Point, anchor: TextAnchor, font: Font, color: Color) {
    guard point.isDrawable, font.isDrawable else { return }
    tagger?.willDraw(at: Point(x: point.x, y: point.y - font.size))
    typesetter.withLine(text, font) { line, scale in
      let width = line.extent.width * scale
      let start =
        switch anchor {
        case .start: point.x
        case .middle: point.x - width / 2
        case .end: point.x - width
        }
      textPen.draw(line, scale: scale, at: Point(x: start, y: point.y), color: color, on: context)
    }
  }

  public func fill(_ path: Path, with color: Color) {
    trace(path)
    setSource(color)
    cairo_fill(context)
  }

  public func stroke(_ path: Path, with stroke: Stroke) {
    guard let stroke = stroke.drawable else { return }
    trace(path)
    setSource(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(context)
  }

  public func clip(to rectangle: Rect, _ drawing: () -> Void) {
    cairo_save(context)
    trace(Path(rectangle))
    cairo_clip(context)
    drawing()
    cairo_restore(context)
  }

  public func tag(_ tag: CanvasTag, _ drawing: () -> Void) {
    guard let tagger else { return drawing() }
    tagger.tag(tag, drawing)
  }

  private func setSource(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
  }

  private func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.drawable.elements {
      switch element {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .circle(let center, let radius):
        cairo_new_sub_path(context)
        cairo_arc(context, center.x, center.y, max(radius, 0), 0, 2 * .pi)
        cairo_close_path(context)
      case .rectangle(let rectangle):
        cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
      case .close: cairo_close_path(context)
      }
    }
  }
}
