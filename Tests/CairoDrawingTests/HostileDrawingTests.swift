import CairoDrawing
import Drawing
import Testing

/// Drawings that no chart should ask for, and that must not spoil the rest of a page.
@Suite struct HostileDrawingTests {
  let mark = Rect(x: 90, y: 40, width: 5, height: 5)

  func expectMark(after drawing: (CairoCanvas) -> Void) throws {
    let image = try Raster { canvas in
      drawing(canvas)
      canvas.fill(Path(mark), with: Color(0x0072B2))
    }
    #expect(image[92, 42] == 0x0072B2)
    let info = DocumentInfo(title: "Test", summary: "A test.", creator: "Tests")
    let pdf = try CairoDocument.pdf(size: Size(width: 100, height: 50), info: info) { drawing($0) }
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(!pdf.contains(Array("nan".utf8)))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, 1e5, 14_400, -1e9, 0, -1])
  func `a number that cannot be drawn`(value: Double) throws {
    try expectMark { canvas in
      let color = Color(0x000000)
      let point = Point(x: value, y: value)
      canvas.stroke(
        Path(points: [Point(x: 0, y: 0), point, Point(x: 2, y: 2)]),
        with: Stroke(color: color, width: 1, dash: [value]))
      canvas.stroke(Path(from: Point(x: 0, y: 0), to: point), with: Stroke(color: color, width: value))
      canvas.fill(Path(circleAt: Point(x: 5, y: 5), radius: value), with: Color(0, opacity: 0))
      canvas.fill(Path(Rect(x: value, y: 0, width: value, height: 1)), with: Color(0, opacity: 0))
      canvas.clip(to: Rect(x: value, y: 0, width: value, height: 1)) {}
      canvas.draw("a", at: point, anchor: .end, font: Font(size: 8), color: color)
      canvas.draw("a", at: Point(x: 5, y: 5), anchor: .end, font: Font(size: value), color: color)
      _ = canvas.extent(of: "a", in: Font(size: value))
    }
  }

  @Test(arguments: [
    "", " ", "\u{0}a\u{0}", "tab\tnew\nline\r\n\u{2028}\u{2029}", "\u{1}\u{7F}\u{85}\u{9F}",
    "\u{202E}abc\u{202C}",
    "שלום עולם", "مرحبا", "e\u{301}\u{301}", String(repeating: "\u{301}", count: 10_000),
    String(repeating: "long ", count: 4_000), "\u{FFFD}\u{10FFFD}\u{E000}", "🙂", "🙂👩‍👩‍👧", "<b>&amp;</b>",
    "损失 損失 손실",
  ])
  func `text of any kind`(text: String) throws {
    let typesetter = Typesetter()
    let extent = typesetter.extent(of: text, in: Font(size: 10))
    #expect(extent.width >= 0 && extent.width.isFinite)
    #expect(extent.ascent > 0 && extent.descent > 0)
    try expectMark { canvas in
      for anchor in [TextAnchor.start, .middle, .end] {
        canvas.draw(text, at: Point(x: 0, y: 10), anchor: anchor, font: Font(size: 1), color: Color(0))
      }
      canvas.tag(.heading(level: 1, text)) {}
      canvas.tag(.figure(alternative: text)) {}
      canvas.tag(.link(text)) {
        canvas.draw(text, at: Point(x: 0, y: 20), anchor: .start, font: Font(size: 1), color: Color(0))
      }
    }
  }
}
