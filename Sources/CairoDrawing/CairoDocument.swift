import CCairo
import Drawing

/// Documents of one page, made in memory.
///
/// The same drawing gives the same bytes, at any time.
public enum CairoDocument {
  /// Draws a PDF file with its text selectable and its fonts embedded.
  ///
  /// Headings make the outline, tags the structure for screen readers. The date of creation is that of `info`, at
  /// midnight in UTC; without one the file has none.
  /// - Parameter size: The page in points.
  /// - Throws: ``CairoError``
  public static func pdf(
    size: Size, background: Color = Color(0xFFFFFF), info: DocumentInfo,
    typesetter: Typesetter = Typesetter(), drawing: (CairoCanvas) -> Void
  ) throws(CairoError) -> [UInt8] {
    guard size.isDrawable else {
      throw .invalidPageSize(width: size.width, height: size.height, dotsPerInch: nil)
    }
    try typesetter.requireFonts()
    let sink = ByteSink()
    var alternatives: [String] = []
    let status = withExtendedLifetime(sink) {
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.closure, size.width, size.height)
      defer { cairo_surface_destroy(surface) }
      PDFMetadata(info).write(to: surface)
      let context = cairo_create(surface)
      defer { cairo_destroy(context) }
      // Also keeps Cairo 1.16 from failing on a page whose first mark is an emoji in a tag.
      cairo_set_source_rgb(context, background.red, background.green, background.blue)
      cairo_paint(context)
      let tagger = PDFTagger(context: context, surface: surface)
      let canvas = CairoCanvas(
        context: context, size: size, typesetter: typesetter, textPen: GlyphPen(), tagger: tagger)
      tagger.document { drawing(canvas) }
      alternatives = tagger.alternatives
      cairo_show_page(context)
      // The fonts are embedded here.
      typesetter.withFontsLocked { cairo_surface_finish(surface) }
      let status = cairo_status(context)
      return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status
    }
    try check(status)
    return PDFUpdate(sink.bytes).applied(alternatives: alternatives)
  }

  /// Draws a PNG image without transparency.
  ///
  /// - Parameters:
  ///   - size: The page in points; the image has `dotsPerInch / 72` pixels to a point.
  ///   - hasText: Whether anything is written; a picture alone can be drawn where no font is installed.
  /// - Throws: ``CairoError``
  public static func png(
    size: Size, dotsPerInch: Double = 150, background: Color = Color(0xFFFFFF), info: DocumentInfo,
    typesetter: Typesetter = Typesetter(), hasText: Bool = true, drawing: (CairoCanvas) -> Void
  ) throws(CairoError) -> [UInt8] {
    let resolution = dotsPerInch / 72
    let width = (size.width * resolution).rounded()
    let height = (size.height * resolution).rounded()
    let sides = 1...Double(PixelPage.longestSide)
    guard sides.contains(width), sides.contains(height), size.isDrawable,
      width * height <= Double(PixelPage.mostPixels)
    else {
      throw .invalidPageSize(width: size.width, height: size.height, dotsPerInch: dotsPerInch)
    }
    if hasText { try typesetter.requireFonts() }
    let page = PixelPage(width: Int(width), height: Int(height), background: background)
    let status = page.draw { context in
      cairo_scale(context, resolution, resolution)
      drawing(
        CairoCanvas(
          context: context, size: size, typesetter: typesetter,
          textPen: SubpixelPen(resolution: resolution, pixelWidth: page.width, pixelHeight: page.height)))
    }
    try check(status)
    return try PNGEncoder(info: info, dotsPerInch: dotsPerInch).encode(page)
  }

  private static func check(_ status: cairo_status_t) throws(CairoError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .drawingFailed(String(cString: cairo_status_to_string(status)))
  }
}

extension Size {
  /// Whether both sides are positive, and no longer than a PDF page can be (14,400 points).
  fileprivate var isDrawable: Bool {
    width > 0 && height > 0 && width <= 14_400 && height <= 14_400
  }
}
