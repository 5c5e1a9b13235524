import CairoDrawing
import Drawing
import Foundation
import Testing

@Suite struct PDFTests {
  func pdf(date: String? = "2026-01-31") throws -> [UInt8] {
    try CairoDocument.pdf(
      size: Size(width: 200, height: 100),
      info: DocumentInfo(
        title: "Run 7", author: "N. N.", summary: "Validation loss rises.",
        keywords: ["loss", "overfitting"],
        date: date, creator: "Tests 1.0")
    ) { canvas in
      let font = Font(size: 10)
      canvas.tag(.heading(level: 1, "Verdict")) {
        canvas.draw("Overfitting", at: Point(x: 10, y: 20), anchor: .start, font: font, color: Color(0))
      }
      canvas.tag(.heading(level: 2, "Reasons")) {
        canvas.draw("Reasons", at: Point(x: 10, y: 40), anchor: .start, font: font, color: Color(0))
      }
      canvas.tag(.paragraph) {
        canvas.draw("AVATAR 0.125", at: Point(x: 10, y: 60), anchor: .start, font: font, color: Color(0))
      }
      canvas.tag(.figure(alternative: "Loss by epoch")) {
        canvas.stroke(
          Path(from: Point(x: 10, y: 70), to: Point(x: 90, y: 70)), with: Stroke(color: Color(0), width: 1))
      }
      canvas.tag(.link("https://example.org/a b?c='d'\\")) {
        canvas.draw("Source", at: Point(x: 10, y: 90), anchor: .start, font: font, color: Color(0))
      }
    }
  }

  func text(_ file: [UInt8]) -> String {
    String(decoding: file, as: UTF8.self)
  }

  @Test(arguments: ["2026-01-31", nil])
  func `two drawings at different times have the same bytes`(date: String?) throws {
    let first = try pdf(date: date)
    // The finest time in a PDF file is a second.
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try pdf(date: date) == first)
  }

  @Test func `a file says what it is`() throws {
    let text = text(try pdf())
    #expect(text.hasPrefix("%PDF-1."))
    #expect(text.contains("/Title (Run 7)"))
    #expect(text.contains("/Author (N. N.)"))
    #expect(text.contains("/Subject (Validation loss rises.)"))
    #expect(text.contains("/Keywords (loss, overfitting)"))
    #expect(text.contains("/Creator (Tests 1.0)"))
    #expect(text.contains("/CreationDate (D:20260131000000Z"))
    #expect(text.contains("MediaBox [ 0 0 200 100 ]"))
  }

  @Test func `a file without a date has none`() throws {
    #expect(!text(try pdf(date: nil)).contains("Date"))
  }

  @Test func `a file has an outline, structure and links`() throws {
    let text = text(try pdf())
    #expect(text.contains("/Marked true"))
    for kind in ["Document", "H1", "H2", "P", "Figure", "Link"] { #expect(text.contains("/S /\(kind)\n")) }
    #expect(text.contains("/Title (Verdict)"))
    #expect(text.contains("/Title (Reasons)"))
    #expect(text.contains("/URI (https://example.org/a%20b?c=%27d%27%5C)"))
  }

  @Test func `a figure has the text that stands for it`() throws {
    let file = text(try pdf())
    let digits = "Loss by epoch".utf16.map { "00" + String($0, radix: 16, uppercase: true) }.joined()
    #expect(file.contains("/Alt <FEFF\(digits)>"))
    #expect(file.contains("/Lang (en)"))
    #expect(file.contains("/DisplayDocTitle true"))
  }

  @Test func `the places of the updated objects are right`() throws {
    let file = try pdf()
    let text = String(decoding: file, as: Unicode.ASCII.self)
    let table = try #require(Int(text.suffix(40).firstMatch(of: /startxref\n(\d+)\n%%EOF\n$/)?.1 ?? ""))
    let entries = String(decoding: file[table...], as: Unicode.ASCII.self)
    #expect(entries.hasPrefix("xref\n"))
    var count = 0
    for entry in entries.matches(of: /(\d+) 1\n(\d{10}) 00000 n \n/) {
      let offset = try #require(Int(entry.2))
      #expect(file[offset...].starts(with: Array("\(entry.1) 0 obj\n<< ".utf8)))
      count += 1
    }
    #expect(count == 3)
    let previous = try #require(Int(entries.firstMatch(of: /\/Prev (\d+)/)?.1 ?? ""))
    #expect(file[previous...].starts(with: Array("xref\n0 ".utf8)))
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", ""])
  func `an address that is not of the web is no link`(address: String) throws {
    let file = try CairoDocument.pdf(
      size: Size(width: 100, height: 100), info: DocumentInfo(title: "", summary: "", creator: "")
    ) { canvas in
      canvas.tag(.link(address)) {
        canvas.draw("Source", at: Point(x: 9, y: 9), anchor: .start, font: Font(size: 8), color: Color(0))
      }
    }
    #expect(!text(file).contains("/URI"))
    #expect(text(file).contains("/FontFile"))
  }

  @Test func `fonts are embedded as subsets`() throws {
    let file = text(try pdf())
    #expect(file.contains("/FontFile"))
    #expect(file.contains(/\/FontName \/[A-Z]{6}\+/))
    #expect(file.contains("/ToUnicode"))
  }

  @Test(arguments: [
    Size(width: 0, height: 10), Size(width: 10, height: .nan), Size(width: .infinity, height: 10),
    Size(width: 20_000, height: 10),
  ])
  func `a size that no page can have is an error`(size: Size) {
    #expect {
      try CairoDocument.pdf(
        size: size, info: DocumentInfo(title: "", summary: "", creator: ""), drawing: { _ in })
    } throws: { error in
      if case .invalidPageSize(_, _, nil)? = error as? CairoError { true } else { false }
    }
  }
}
