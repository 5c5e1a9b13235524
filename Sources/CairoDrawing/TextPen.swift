import CCairo
import Drawing

/// The way lines of text get on a surface.
protocol TextPen {
  /// Draws a line, scaled, with the start of its baseline on a point.
  func draw(_ line: TypesetLine, scale: Double, at start: Point, color: Color, on context: OpaquePointer?)
}

/// Text as text: glyphs with the characters they stand for.
struct GlyphPen: TextPen {
  func draw(_ line: TypesetLine, scale: Double, at start: Point, color: Color, on context: OpaquePointer?) {
    cairo_save(context)
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
    cairo_translate(context, start.x, start.y)
    cairo_scale(context, scale, scale)
    line.show(on: context)
    cairo_restore(context)
  }
}
