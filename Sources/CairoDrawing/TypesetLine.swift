import CCairo
import Drawing

/// One line of text in the fonts it will be drawn in.
final class TypesetLine {
  /// The most Unicode scalars a line is set with; what follows is far outside of any page.
  static let longest = 4096

  /// The measure at the size that lines are set in, in points.
  let extent: TextExtent
  /// The characters that no installed font has.
  let missingCharacters: Set<Character>
  /// Whether the line may hold glyphs with colours of their own.
  let mayHoldEmoji: Bool

  private let layout: OpaquePointer?

  init(_ text: String, style: FontStyle, context: OpaquePointer?) {
    let layout = pango_layout_new(context)
    self.layout = layout
    pango_layout_set_font_description(layout, style.description)
    pango_layout_set_attributes(layout, style.attributes)
    pango_layout_set_single_paragraph_mode(layout, 1)

    let text = String(text.singleLine.unicodeScalars.prefix(Self.longest))
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    missingCharacters =
      pango_layout_get_unknown_glyphs_count(layout) == 0 ? [] : Self.unknownCharacters(in: layout, of: text)
    if !missingCharacters.isEmpty {
      let missing = missingCharacters
      // A font that lacks the sign for a lacking character too must at least have the question mark.
      for placeholder in ["\u{FFFD}", "?"] as [Character] {
        let shown = String(text.map { missing.contains($0) ? placeholder : $0 })
        pango_layout_set_text(layout, shown, Int32(shown.utf8.count))
        if pango_layout_get_unknown_glyphs_count(layout) == 0 { break }
      }
    }
    mayHoldEmoji = text.unicodeScalars.contains { $0.value > 0xFF && $0.properties.isEmoji }

    var logical = PangoRectangle()
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nil, &logical)
    let scale = 1 / Double(PANGO_SCALE)
    extent = TextExtent(
      width: Double(logical.width) * scale, ascent: Double(-logical.y) * scale,
      descent: Double(logical.y + logical.height) * scale)
  }

  deinit {
    if let layout { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  /// Draws the line with the start of its baseline on the origin.
  func show(on context: OpaquePointer?) {
    cairo_move_to(context, 0, 0)
    pango_cairo_show_layout_line(context, pango_layout_get_line_readonly(layout, 0))
  }

  /// The characters of a text whose glyph is Pango's sign for an unknown one.
  private static func unknownCharacters(in layout: OpaquePointer?, of text: String) -> Set<Character> {
    /// `PANGO_GLYPH_UNKNOWN_FLAG`, which C defines with a cast.
    let unknownFlag: UInt32 = 0x1000_0000
    var unknown: Set<Character> = []
    var runs = pango_layout_get_line_readonly(layout, 0)?.pointee.runs
    while let run = runs {
      defer { runs = run.pointee.next }
      guard let item = run.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
        let glyphs = item.glyphs?.pointee, let infos = glyphs.glyphs, let clusters = glyphs.log_clusters,
        let start = item.item?.pointee.offset
      else { continue }
      for glyph in 0..<Int(glyphs.num_glyphs) where infos[glyph].glyph & unknownFlag != 0 {
        let offset = Int(start + clusters[glyph])
        guard offset >= 0, offset < text.utf8.count else { continue }
        let index = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
        // A glyph may stand for a part of a character; the index after that part begins the next character.
        unknown.insert(text[text.index(before: text.index(after: index))])
      }
    }
    return unknown
  }
}
