import CairoDrawing
import Drawing
import Reporting
import SVGDrawing

/// Writes reports in every format, keeping the fonts it has loaded from one file to the next.
public struct ReportWriter: Sendable {
  private let typesetter = Typesetter()

  /// Makes a writer; the list of installed fonts begins to load on a thread of its own.
  public init() {}

  /// Writes a report to a file in the format of its extension: pdf, png, svg, json or md.
  ///
  /// Folders on the way are created. The file appears whole or not at all: it is written under
  /// another name first.
  ///
  /// - Throws: ``ReportError``
  public func write(
    _ report: Report, to path: String, page: PageOptions = PageOptions()
  ) throws(ReportError) {
    guard let format = ReportFormat(path: path) else { throw .unknownFormat(path: path) }
    try OutputFile(path: path).write(try bytes(of: report, as: format, page: page))
  }

  /// A report as the bytes of a file.
  ///
  /// - Throws: ``ReportError/drawing(_:)``
  public func bytes(
    of report: Report, as format: ReportFormat, page: PageOptions = PageOptions()
  ) throws(ReportError) -> [UInt8] {
    do {
      switch format {
      case .json: return Array(JSONWriter().text(of: report).utf8)
      case .markdown: return Array(MarkdownWriter().text(of: report).utf8)
      case .pdf: return try pdf(of: report, page)
      case .png: return try png(of: report, page)
      case .svg: return try svg(of: report, page)
      }
    } catch {
      throw .drawing(error)
    }
  }

  /// The characters of a report that no installed font can draw, such as Chinese ones in a run's name;
  /// `nil` if there are none.
  public func missingCharacters(in report: Report) -> MissingCharacters? {
    MissingCharacters(in: report, setBy: typesetter)
  }

  private func pdf(of report: Report, _ page: PageOptions) throws(CairoError) -> [UInt8] {
    try CairoDocument.pdf(
      size: page.pageSize.size, background: page.theme.background, info: report.documentInfo,
      typesetter: typesetter
    ) { report.draw(page, on: $0) }
  }

  private func png(of report: Report, _ page: PageOptions) throws(CairoError) -> [UInt8] {
    try CairoDocument.png(
      size: page.pageSize.size, dotsPerInch: page.dotsPerInch, background: page.theme.background,
      info: report.documentInfo, typesetter: typesetter
    ) { report.draw(page, on: $0) }
  }

  private func svg(of report: Report, _ page: PageOptions) throws(CairoError) -> [UInt8] {
    try typesetter.requireFonts()
    let text = SVGDocument.svg(
      size: page.pageSize.size, info: report.documentInfo, background: page.theme.background,
      measure: { typesetter.extent(of: $0, in: $1) }
    ) { report.draw(page, on: $0) }
    return Array(text.utf8)
  }
}

extension Report {
  /// Writes the report to a file in the format of its extension: pdf, png, svg, json or md.
  ///
  /// For many reports, one ``ReportWriter`` is faster.
  ///
  /// - Throws: ``ReportError``
  public func write(to path: String, page: PageOptions = PageOptions()) throws(ReportError) {
    try ReportWriter().write(self, to: path, page: page)
  }

  fileprivate func draw(_ page: PageOptions, on canvas: some Canvas) {
    if page.figureOnly {
      FigurePage(figure, size: page.pageSize, theme: page.theme).draw(on: canvas)
    } else {
      ReportPage(self, size: page.pageSize, theme: page.theme).draw(on: canvas)
    }
  }

  fileprivate var documentInfo: DocumentInfo {
    DocumentInfo(
      title: "\(title): \(headline)", author: details.author, summary: "\(headline) \(sentence)",
      keywords: ["training", "diagnosis", diagnosis.verdict.rawValue], date: details.date,
      creator: "\(Tool.name) \(Tool.version)")
  }
}
