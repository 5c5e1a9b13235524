import CCairo
import Drawing

/// The lines of text that were set so far, and the fonts they are set in.
///
/// Every line is set at one size and scaled when it is drawn: Pango chooses and opens a font anew for each size,
/// which takes about a millisecond, and without hinting the letters of all sizes have the same proportions.
final class LineShelf {
  /// The size at which lines are set, in points; a line of `TypesetLine.longest` letters fits Pango's integers.
  static let size = 16.0
  /// How many lines are kept; a page of text has a few hundred.
  private static let capacity = 8192

  private struct Key: Hashable {
    var text: String
    var style: Style
  }

  private struct Style: Hashable {
    var weight: Font.Weight
    var italic: Bool
    var tabularFigures: Bool
  }

  private let fontMap: UnsafeMutablePointer<PangoFontMap>?
  private let context: OpaquePointer?
  private var fonts: [Style: FontStyle] = [:]
  private var lines: [Key: TypesetLine] = [:]

  init() {
    // Asked for by name, since Pango's default is Core Text on macOS, and PDF files should not differ.
    fontMap = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) ?? pango_cairo_font_map_new()
    context = pango_font_map_create_context(fontMap)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    // 72 dots per inch: a unit of Pango is a point of the page.
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
  }

  deinit {
    lines = [:]
    fonts = [:]
    if let context { g_object_unref(UnsafeMutableRawPointer(context)) }
    g_object_unref(fontMap)
  }

  func line(_ text: String, _ font: Font) -> TypesetLine {
    let style = Style(weight: font.weight, italic: font.italic, tabularFigures: font.tabularFigures)
    let key = Key(text: text, style: style)
    if let line = lines[key] { return line }
    if lines.count >= Self.capacity { lines.removeAll(keepingCapacity: true) }
    let line = TypesetLine(text, style: fontStyle(style), context: context)
    lines[key] = line
    return line
  }

  private func fontStyle(_ style: Style) -> FontStyle {
    if let fontStyle = fonts[style] { return fontStyle }
    let fontStyle = FontStyle(
      weight: style.weight, italic: style.italic, tabularFigures: style.tabularFigures, size: Self.size)
    fonts[style] = fontStyle
    return fontStyle
  }
}

/// A style of text in Pango's terms: a font description and the attributes to go with it.
final class FontStyle {
  let description: OpaquePointer?
  let attributes: OpaquePointer?

  init(weight: Font.Weight, italic: Bool, tabularFigures: Bool, size: Double) {
    description = pango_font_description_new()
    pango_font_description_set_family(description, Font.families.joined(separator: ","))
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(weight.rawValue)))
    pango_font_description_set_style(description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    attributes = pango_attr_list_new()
    if tabularFigures { pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1")) }
  }

  deinit {
    pango_font_description_free(description)
    pango_attr_list_unref(attributes)
  }
}
