import CCairo
import Drawing

/// The structure of a PDF page: tags for screen readers, the outline and links.
final class PDFTagger {
  private let context: OpaquePointer?
  private let surface: OpaquePointer?
  /// The texts that stand for the figures drawn so far.
  private(set) var alternatives: [String] = []
  /// The headings that are open in the outline, the outermost first.
  private var openHeadings: [(level: Int, entry: Int32)] = []
  /// Where the first text of the heading that is being drawn stands.
  private var headingPoint: Point?

  init(context: OpaquePointer?, surface: OpaquePointer?) {
    self.context = context
    self.surface = surface
  }

  func document(_ drawing: () -> Void) {
    element("Document", drawing)
  }

  /// Takes note of where text is about to be drawn, by its top left corner.
  func willDraw(at point: Point) {
    headingPoint = headingPoint ?? point
  }

  func tag(_ tag: CanvasTag, _ drawing: () -> Void) {
    switch tag {
    case .heading(let level, let text):
      headingPoint = nil
      element("H\(min(max(level, 1), 6))", drawing)
      addToOutline(text, level: level, at: headingPoint ?? Point(x: 0, y: 0))
    case .paragraph: element("P", drawing)
    case .figure(let alternative):
      alternatives.append(alternative)
      element("Figure", drawing)
    case .table: element("Table", drawing)
    case .link(let address):
      guard address.isWebAddress else { return drawing() }
      element(CAIRO_TAG_LINK, attributes: "uri='\(address.uriCharacters)'", drawing)
    }
  }

  private func element(_ name: String, attributes: String = "", _ drawing: () -> Void) {
    cairo_tag_begin(context, name, attributes)
    drawing()
    cairo_tag_end(context, name)
  }

  private func addToOutline(_ text: String, level: Int, at point: Point) {
    while let last = openHeadings.last, last.level >= level { openHeadings.removeLast() }
    let entry = cairo_pdf_surface_add_outline(
      surface, openHeadings.last?.entry ?? CAIRO_PDF_OUTLINE_ROOT, text.singleLine,
      "page=1 pos=[\(point.x) \(point.y)]", CAIRO_PDF_OUTLINE_FLAG_OPEN)
    openHeadings.append((level, entry))
  }
}

extension String {
  /// The address with every byte that a URI may not hold as it is, or that would end the attribute, in percents.
  fileprivate var uriCharacters: String {
    var address = ""
    for byte in utf8 {
      if byte > 0x20, byte < 0x7F, !#""'<>\^`{|}"#.utf8.contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return address
  }
}
