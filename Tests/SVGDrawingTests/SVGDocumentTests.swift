import Drawing
import Foundation
import SVGDrawing
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SVGDocumentTests {
  let info = DocumentInfo(
    title: "Run <7> & others", summary: "Validation loss rises from epoch 12.", creator: "ATML Diagnose")

  /// Draws on a page of 100 x 80 points; a letter measures half the size of its font.
  func svg(background: Color? = nil, _ drawing: (SVGCanvas) -> Void) -> String {
    SVGDocument.svg(
      size: Size(width: 100, height: 80), info: info, background: background,
      measure: { text, font in
        TextExtent(
          width: Double(text.count) * font.size / 2, ascent: font.size * 0.75, descent: font.size * 0.25)
      }, drawing: drawing)
  }

  @Test func `a page with everything on it`() throws {
    let document = svg(background: Color(0xFFFFFF)) { canvas in
      canvas.tag(.heading(level: 1, "Overfitting")) {
        canvas.draw(
          "Overfitting", at: Point(x: 10, y: 20), anchor: .start, font: Font(size: 12, weight: .bold),
          color: Color(0x111111))
      }
      canvas.tag(.paragraph) {
        for (row, value) in ["0.125", "10.5"].enumerated() {
          canvas.draw(
            value, at: Point(x: 90, y: 30 + 10 * Double(row)), anchor: .end,
            font: Font(size: 7.5, italic: true, tabularFigures: true), color: Color(0x111111, opacity: 0.5))
        }
      }
      canvas.tag(.figure(alternative: "Loss by epoch")) {
        canvas.clip(to: Rect(x: 10, y: 40, width: 80, height: 30)) {
          canvas.stroke(
            Path(points: [Point(x: 10, y: 40.126), Point(x: 20, y: 50), Point(x: 30, y: -0.001)]),
            with: Stroke(color: Color(0x0072B2), width: 1.25, dash: [4, 2]))
          canvas.fill(Path(circleAt: Point(x: 30, y: 50), radius: 2), with: Color(0xD55E00))
        }
        canvas.fill(Path(Rect(x: 20, y: 70, width: -10, height: 5)), with: Color(0xD55E00))
        var markers = Path(circleAt: Point(x: 40, y: 50), radius: 2)
        markers.append(.rectangle(Rect(x: 50, y: 50, width: 4, height: 4)))
        markers.move(to: Point(x: 60, y: 50))
        markers.line(to: Point(x: 64, y: 50))
        markers.line(to: Point(x: 62, y: 54))
        markers.close()
        canvas.fill(markers, with: Color(0xD55E00))
      }
      canvas.tag(.link("https://example.org/?a=1&b='2'")) {
        canvas.draw(
          "Source", at: Point(x: 50, y: 78), anchor: .middle, font: Font(size: 6), color: Color(0x111111))
      }
    }
    #expect(XMLTree(document)?.elementCount == 22)
    try expectGolden(document, "everything.svg")
  }

  @Test(arguments: [
    "", "   ", "a < b && c > \"d\" 'e' ]]>", "tab\tnew\nline\r\n", "\u{0}\u{1}\u{1F}\u{7F}\u{85}",
    String(decoding: [0xFFFE, 0xFFFF, 0xFDD0] as [UInt16], as: UTF16.self), "\u{202E}right to left\u{202C}",
    "שלום", "e\u{301}\u{301}\u{301}",
    "损失", "🙂‍↔️ 👩‍👩‍👧", "<script>alert(1)</script>", String(repeating: "x", count: 100_000),
  ])
  func `any text makes a well-formed document and reads back`(text: String) throws {
    let document = SVGDocument.svg(
      size: Size(width: 100, height: 80), info: DocumentInfo(title: text, summary: text, creator: text),
      measure: { _, _ in TextExtent(width: 10, ascent: 3, descent: 1) },
      drawing: { canvas in
        canvas.tag(.figure(alternative: text)) {
          canvas.draw(
            text, at: Point(x: 0, y: 0), anchor: .start, font: Font(size: 8), color: Color(0))
        }
        canvas.tag(.link("https://example.org/" + text)) {
          canvas.fill(Path(circleAt: Point(x: 1, y: 1), radius: 1), with: Color(0))
        }
      })
    let tree = try #require(XMLTree(document))
    #expect(tree.texts["title", default: ""] == text.singleLine + text.singleLine)
    #expect(
      tree.texts["text", default: ""] == (text.singleLine.allSatisfy { $0 == " " } ? "" : text.singleLine))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, -0.0, 123456.789])
  func `no coordinate is written that SVG cannot hold`(value: Double) throws {
    let document = svg { canvas in
      let point = Point(x: value, y: value)
      canvas.draw("a", at: point, anchor: .end, font: Font(size: 8), color: Color(0))
      canvas.draw("a", at: Point(x: 1, y: 1), anchor: .end, font: Font(size: value), color: Color(0))
      canvas.stroke(
        Path(points: [Point(x: 0, y: 0), point, Point(x: 2, y: 2), Point(x: 3, y: 3)]),
        with: Stroke(color: Color(0), width: 1, dash: [value, 1]))
      canvas.stroke(Path(from: Point(x: 0, y: 0), to: point), with: Stroke(color: Color(0), width: value))
      canvas.fill(Path(circleAt: Point(x: 1, y: 1), radius: value), with: Color(0))
      canvas.fill(Path(Rect(x: value, y: 0, width: 1, height: value)), with: Color(0))
      canvas.clip(to: Rect(x: 0, y: 0, width: value, height: value)) {}
    }
    let tree = try #require(XMLTree(document))
    let numbers = tree.attributes.filter {
      ["x", "y", "cx", "cy", "r", "width", "height", "d"].contains($0.name)
    }
    #expect(!numbers.isEmpty)
    for (name, value) in numbers {
      #expect(value.wholeMatch(of: /[-MLHVAZ 0-9.]+(pt)?/) != nil, "\(name)=\(value)")
      #expect(value.firstMatch(of: /-0(?![.0-9])|\d{7}|\.\d{3}/) == nil, "\(name)=\(value)")
    }
  }

  @Test func `a gap in a curve stays a gap`() {
    let document = svg { canvas in
      let points = [1.0, 2, .nan, 4, 5].map { Point(x: $0, y: $0) }
      canvas.stroke(Path(points: points), with: Stroke(color: Color(0), width: 1))
    }
    #expect(document.contains(#"d="M1 1 2 2M4 4 5 5""#))
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", " https://example.org", ""])
  func `an address that is not of the web is no link`(address: String) {
    let document = svg { canvas in
      canvas.tag(.link(address)) {
        canvas.draw("Source", at: Point(x: 0, y: 9), anchor: .start, font: Font(size: 8), color: Color(0))
      }
    }
    #expect(!document.contains("<a "))
    #expect(document.contains(">Source</text>"))
  }

  @Test func `a style is written once`() {
    let document = svg { canvas in
      for row in 0..<10 {
        canvas.draw(
          "row", at: Point(x: 0, y: Double(row)), anchor: .start, font: Font(size: 8), color: Color(0x123456))
      }
    }
    #expect(document.matches(of: /font-size/).count == 1)
    #expect(document.matches(of: /#123456/).count == 1)
    #expect(document.matches(of: /class="t0"/).count == 10)
  }

  @Test func `two documents in one web page do not share a style`() throws {
    let identifiers = try [Color(0x123456), Color(0x654321)].map { color in
      let document = svg { $0.fill(Path(circleAt: Point(x: 1, y: 1), radius: 1), with: color) }
      return String(try #require(document.firstMatch(of: /<svg [^>]*id="([^"]*)"/)).1)
    }
    #expect(Set(identifiers).count == 2)
  }
}
