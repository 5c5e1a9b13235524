import CCairo
import Drawing

/// What a PDF file says about itself.
struct PDFMetadata {
  private let info: DocumentInfo

  init(_ info: DocumentInfo) {
    self.info = info
  }

  func write(to surface: OpaquePointer?) {
    set(CAIRO_PDF_METADATA_TITLE, info.title)
    set(CAIRO_PDF_METADATA_SUBJECT, info.summary)
    set(CAIRO_PDF_METADATA_CREATOR, info.creator)
    if let author = info.author { set(CAIRO_PDF_METADATA_AUTHOR, author) }
    if !info.keywords.isEmpty { set(CAIRO_PDF_METADATA_KEYWORDS, info.keywords.joined(separator: ", ")) }
    // Cairo writes the time of day of the drawing unless it is told another; an empty one is left out.
    set(CAIRO_PDF_METADATA_CREATE_DATE, info.date.map { $0 + "T00:00:00Z" } ?? "")

    func set(_ kind: cairo_pdf_metadata_t, _ text: String) {
      cairo_pdf_surface_set_metadata(surface, kind, text.singleLine)
    }
  }
}
