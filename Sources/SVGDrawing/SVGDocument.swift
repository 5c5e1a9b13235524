import Drawing

/// SVG documents of one page: text that can be selected and searched, and a description of what is seen.
public enum SVGDocument {
  /// Draws an SVG document; the same drawing gives the same text.
  ///
  /// - Parameters:
  ///   - size: The page in points.
  ///   - background: The colour under the page; without one it is transparent.
  ///   - measure: Measures a line of text as the fonts would set it that the page is designed for. Text is
  ///     stretched or squeezed to that width, so that another font in a browser overlaps nothing.
  public static func svg(
    size: Size, info: DocumentInfo, background: Color? = Color(0xFFFFFF),
    measure: @escaping (String, Font) -> TextExtent, drawing: (SVGCanvas) -> Void
  ) -> String {
    let canvas = SVGCanvas(size: size, measure: measure)
    if let background {
      canvas.fill(Path(Rect(x: 0, y: 0, width: size.width, height: size.height)), with: background)
    }
    drawing(canvas)
    return document(canvas, info: info)
  }

  private static func document(_ canvas: SVGCanvas, info: DocumentInfo) -> String {
    let title = XMLText.escaped(info.title)
    let summary = XMLText.escaped(info.summary)
    // Several documents may stand in one web page, where identifiers and style sheets hold for all of it.
    let identifier =
      "atml-" + fingerprint([title, summary, canvas.body] + canvas.styleSheet.rules(within: ""))
    let width = SVGNumber.text(canvas.size.width)
    let height = SVGNumber.text(canvas.size.height)
    let lines =
      [
        #"<?xml version="1.0" encoding="UTF-8"?>"#,
        #"<svg xmlns="http://www.w3.org/2000/svg" id="\#(identifier)" width="\#(width)pt" height="\#(height)pt" "#
          + #"viewBox="0 0 \#(width) \#(height)" role="img" aria-labelledby="\#(identifier)-title "#
          + #"\#(identifier)-desc">"#,
        #"<title id="\#(identifier)-title">\#(title)</title>"#,
        #"<desc id="\#(identifier)-desc">\#(summary)</desc>"#,
        "<metadata>\(XMLText.escaped(info.creator))</metadata>",
        "<style>",
      ] + canvas.styleSheet.rules(within: identifier) + ["</style>"]
      + canvas.styleSheet.clipPaths(within: identifier)
    return lines.joined(separator: "\n") + "\n" + canvas.body + "</svg>\n"
  }

  /// Eight hexadecimal digits that differ where the texts do: FNV-1a, 32 bits.
  private static func fingerprint(_ texts: [String]) -> String {
    var hash: UInt32 = 0x811C_9DC5
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
