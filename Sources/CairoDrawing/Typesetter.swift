import Drawing
import Synchronization

/// Sets lines of text with Pango: measures them, finds the characters that no font has, hands them to canvases.
///
/// One typesetter serves any number of pages, also on several threads: a line that was set once is kept, whatever
/// its size, and choosing fonts and shaping text is what most of the time of a page goes into. A measure is the
/// same for every output, because text is set without hinting.
public final class Typesetter: Sendable {
  private let lines: Mutex<LineShelf>

  /// Makes a typesetter; fontconfig begins to read its list of fonts on a thread of its own.
  ///
  /// Made before a program reads its input, it saves the 5 ms or more that this list takes.
  public init() {
    lines = Mutex(LineShelf())
  }

  /// Measures one line of text; it is zero if the font is not drawable.
  public func extent(of text: String, in font: Font) -> TextExtent {
    withLine(text, font) { line, scale in
      TextExtent(
        width: line.extent.width * scale, ascent: line.extent.ascent * scale,
        descent: line.extent.descent * scale)
    }
  }

  /// The characters of some texts that no installed font has; they are drawn as U+FFFD or a question mark.
  public func missingCharacters(in texts: some Sequence<String>) -> Set<Character> {
    texts.reduce(into: []) { missing, text in
      missing.formUnion(withLine(text, Font(size: 1)) { line, _ in line.missingCharacters })
    }
  }

  /// Checks that text can be drawn at all.
  ///
  /// - Throws: ``CairoError/noFontInstalled`` without a font for Latin letters and figures.
  public func requireFonts() throws(CairoError) {
    let hasFonts = lines.withLock { lines in
      // Pango complains on the standard error stream when it is asked to set text without any font.
      FontList.isEmpty ? false : lines.line("Aa0", Font(size: 1)).missingCharacters.isEmpty
    }
    if !hasFonts { throw .noFontInstalled }
  }

  /// Runs a function with a line and the factor from its size as it was set to the size of its font.
  func withLine<Result>(
    _ text: String, _ font: Font, _ body: (TypesetLine, Double) -> Result
  ) -> Result where Result: Sendable {
    lines.withLock { lines in
      body(lines.line(text, font), font.isDrawable ? font.size / LineShelf.size : 0)
    }
  }

  /// Runs a function while no other thread uses the fonts.
  func withFontsLocked(_ body: () -> Void) {
    lines.withLock { _ in body() }
  }
}
