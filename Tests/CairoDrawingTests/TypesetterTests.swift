import CairoDrawing
import Drawing
import Testing

@Suite struct TypesetterTests {
  let typesetter = Typesetter()

  @Test func `a measure grows with the size, and is the same on every canvas`() throws {
    let text = "Validation loss 0.125"
    let small = typesetter.extent(of: text, in: Font(size: 7))
    let large = typesetter.extent(of: text, in: Font(size: 21))
    #expect(abs(large.width - 3 * small.width) < 1e-9)
    #expect(abs(large.ascent - 3 * small.ascent) < 1e-9)
    #expect(small.ascent > 5 && small.descent > 1 && small.width > 50)

    var measures: [TextExtent] = []
    let size = Size(width: 10, height: 10)
    let info = DocumentInfo(title: "", summary: "", creator: "")
    let measure = { (canvas: CairoCanvas) in measures.append(canvas.extent(of: text, in: Font(size: 7))) }
    _ = try CairoDocument.pdf(size: size, info: info, drawing: measure)
    _ = try CairoDocument.png(size: size, dotsPerInch: 72, info: info, drawing: measure)
    _ = try CairoDocument.png(size: size, dotsPerInch: 301, info: info, drawing: measure)
    #expect(measures == [small, small, small])
  }

  @Test func `weights differ in width`() {
    let widths = [Font.Weight.regular, .bold].map {
      typesetter.extent(of: "Validation loss", in: Font(size: 10, weight: $0)).width
    }
    #expect(widths[0] < widths[1])
  }

  @Test(arguments: ["0", "4", "7", "8"])
  func `tabular figures have one width`(figure: String) {
    let font = Font(size: 10, tabularFigures: true)
    let one = typesetter.extent(of: "1111111111", in: font).width
    let other = typesetter.extent(of: String(repeating: figure, count: 10), in: font).width
    #expect(abs(one - other) < 0.01)
  }

  @Test func `nothing has no width and the height of a line`() {
    let nothing = typesetter.extent(of: "", in: Font(size: 10))
    #expect(nothing.width == 0)
    #expect(nothing.ascent == typesetter.extent(of: "x", in: Font(size: 10)).ascent)
  }

  @Test func `a line break takes the room of a space`() {
    let font = Font(size: 10)
    #expect(typesetter.extent(of: "a\nb", in: font) == typesetter.extent(of: "a b", in: font))
  }

  @Test func `characters that no font has are named`() {
    // Private use, and a character of a plane that no font covers.
    let lost: Set<Character> = ["\u{F8D0}", "\u{10FFF0}"]
    #expect(typesetter.missingCharacters(in: ["loss \u{F8D0}", "a\u{10FFF0}b", "plain"]) == lost)
    #expect(typesetter.missingCharacters(in: ["Loss – „Verlust“ é", "", "\n\t"]) == [])
  }

  @Test func `a missing character takes the room of its placeholder`() {
    let font = Font(size: 10)
    let placeholders = ["\u{FFFD}", "?"].map { typesetter.extent(of: "a\($0)b", in: font) }
    #expect(placeholders.contains(typesetter.extent(of: "a\u{F8D0}b", in: font)))
  }

  @Test func `one typesetter serves several threads`() async throws {
    let typesetter = typesetter
    let alone = typesetter.extent(of: "Line 7", in: Font(size: 9))
    let size = Size(width: 300, height: 300)
    let info = DocumentInfo(title: "", summary: "", creator: "")
    let draw: @Sendable (CairoCanvas) -> Void = { canvas in
      for row in 0..<30 {
        let font = Font(size: 9, weight: row % 2 == 0 ? .regular : .bold)
        canvas.draw(
          "Line \(row)", at: Point(x: 9, y: 9 * Double(row)), anchor: .start, font: font, color: Color(0))
      }
    }
    let files = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for index in 0..<12 {
        group.addTask {
          index % 2 == 0
            ? try CairoDocument.pdf(size: size, info: info, typesetter: typesetter, drawing: draw)
            : try CairoDocument.png(size: size, info: info, typesetter: typesetter, drawing: draw)
        }
      }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(files.count == 2)
    #expect(typesetter.extent(of: "Line 7", in: Font(size: 9)) == alone)
  }
}
