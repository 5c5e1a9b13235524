import CairoDrawing
import Drawing
import Reporting
import SVGDrawing

extension Report {
  /// Writes the report to a file in the format of its extension: pdf, png, svg, json or md.
  ///
  /// Folders on the way are created. The file appears whole or not at all: it is written under
  /// another name first.
  ///
  /// - Throws: ``ReportError``
  public func write(to path: String, page: PageOptions = PageOptions()) throws(ReportError) {
    guard let format = ReportFormat(path: path) else { throw .unknownFormat(path: path) }
    try OutputFile(path: path).write(try bytes(as: format, page: page))
  }

  /// The report as the bytes of a file.
  ///
  /// - Throws: ``ReportError/drawing(_:)``
  public func bytes(as format: ReportFormat, page: PageOptions = PageOptions()) throws(ReportError) -> [UInt8]
  {
    switch format {
    case .json: return Array(JSONWriter().text(of: self).utf8)
    case .markdown: return Array(MarkdownWriter().text(of: self).utf8)
    case .pdf, .png, .svg:
      do {
        return try drawn(as: format, page: page)
      } catch {
        throw .drawing(error)
      }
    }
  }

  private func drawn(as format: ReportFormat, page: PageOptions) throws(CairoError) -> [UInt8] {
    let size = page.pageSize.size
    switch format {
    case .pdf:
      return try CairoDocument.pdf(size: size, info: documentInfo) { draw(page, on: $0) }
    case .png:
      return try CairoDocument.png(
        size: size, dotsPerInch: page.dotsPerInch, background: page.theme.background, info: documentInfo
      ) { draw(page, on: $0) }
    default:
      let typesetter = Typesetter()
      try typesetter.requireFonts()
      let text = SVGDocument.svg(
        size: size, info: documentInfo, background: nil, measure: typesetter.extent(of:in:)
      ) { draw(page, on: $0) }
      return Array(text.utf8)
    }
  }

  private func draw(_ page: PageOptions, on canvas: some Canvas) {
    if page.figureOnly {
      FigurePage(figure, size: page.pageSize, theme: page.theme).draw(on: canvas)
    } else {
      ReportPage(self, size: page.pageSize, theme: page.theme).draw(on: canvas)
    }
  }

  private var documentInfo: DocumentInfo {
    DocumentInfo(
      title: "\(title): \(headline)", author: details.author, summary: "\(headline) \(sentence)",
      keywords: ["training", "diagnosis", diagnosis.verdict.rawValue], date: details.date,
      creator: "\(Tool.name) \(Tool.version)")
  }
}
