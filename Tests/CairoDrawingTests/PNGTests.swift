import CairoDrawing
import Drawing
import Testing

@Suite struct PNGTests {
  let black = Color(0x000000)

  @Test(arguments: [(72.0, 100, 50), (150, 208, 104), (300, 417, 208)])
  func `an image has the pixels of its resolution`(dotsPerInch: Double, width: Int, height: Int) throws {
    let image = try Raster(dotsPerInch: dotsPerInch, background: Color(0x123456)) { _ in }
    #expect(image.width == width)
    #expect(image.height == height)
    #expect(image.ink(on: 0x123456) == nil)
  }

  @Test func `a rectangle is filled where it lies`() throws {
    let image = try Raster(dotsPerInch: 144) {
      $0.fill(Path(Rect(x: 10, y: 20, width: 30, height: 5)), with: Color(0xD55E00))
    }
    let ink = try #require(image.ink())
    #expect(ink.columns == 20...79)
    #expect(ink.rows == 40...49)
    #expect(image[20, 40] == 0xD55E00)
    #expect(image[79, 49] == 0xD55E00)
  }

  @Test func `a stroke has its width and its dashes`() throws {
    let image = try Raster {
      $0.stroke(
        Path(from: Point(x: 10, y: 20), to: Point(x: 50, y: 20)),
        with: Stroke(color: black, width: 4, dash: [10, 5]))
    }
    let ink = try #require(image.ink())
    #expect(ink.columns == 10...49)
    #expect(ink.rows == 18...21)
    #expect(image[19, 20] == 0)
    #expect(image[20, 20] == 0xFFFFFF)
    #expect(image[25, 20] == 0)
  }

  @Test func `a circle is round and half of it is let through`() throws {
    let image = try Raster {
      $0.fill(Path(circleAt: Point(x: 50, y: 25), radius: 10), with: Color(0x000000, opacity: 0.5))
    }
    let ink = try #require(image.ink())
    #expect(ink.columns == 40...59)
    #expect(ink.rows == 15...34)
    #expect(image[41, 16] == 0xFFFFFF)
    #expect((126...129).contains(image[50, 25] & 0xFF))
  }

  @Test func `a clip cuts what is outside, and only while it lasts`() throws {
    let image = try Raster { canvas in
      canvas.clip(to: Rect(x: 20, y: 10, width: 10, height: 10)) {
        canvas.fill(Path(Rect(x: 0, y: 0, width: 100, height: 50)), with: Color(0x0072B2))
        canvas.draw(
          "MMMMMMMMMMMMM", at: Point(x: 0, y: 30), anchor: .start, font: Font(size: 40), color: black)
      }
      canvas.fill(Path(Rect(x: 90, y: 40, width: 5, height: 5)), with: Color(0x0072B2))
    }
    let ink = try #require(image.ink())
    #expect(ink.columns == 20...94)
    #expect(ink.rows == 10...44)
    #expect(image[50, 15] == 0xFFFFFF)
    #expect(image[92, 42] == 0x0072B2)
  }

  @Test(arguments: [TextAnchor.start, .middle, .end])
  func `text leaves ink where it is anchored, on its baseline`(anchor: TextAnchor) throws {
    let scale = 4.0
    let font = Font(size: 10, weight: .bold)
    let typesetter = Typesetter()
    let width = typesetter.extent(of: "HEH", in: font).width
    let image = try Raster(dotsPerInch: 72 * scale, typesetter: typesetter) {
      $0.draw("HEH", at: Point(x: 50, y: 30), anchor: anchor, font: font, color: black)
    }
    let ink = try #require(image.ink())
    let left = [.start: 50, .middle: 50 - width / 2][anchor] ?? 50 - width
    // The letters H have their sides 0.5 to 1.5 points inside of their measure.
    #expect((left...left + 1.5).contains(Double(ink.columns.lowerBound) / scale))
    #expect((left + width - 1.5...left + width).contains(Double(ink.columns.upperBound) / scale))
    // Capital letters stand on the baseline and are about 0.7 of the size high.
    #expect(ink.rows.upperBound == Int(30 * scale) - 1)
    #expect((6.5...8).contains(Double(ink.rows.count) / scale))
  }

  @Test func `letters are placed between pixels`() throws {
    // A stem that moves by a quarter of a pixel changes the grey of its edge, and comes back after a whole one.
    let columns = try [10, 10.25, 10.5, 11].map { x in
      let image = try Raster {
        $0.draw("l", at: Point(x: x, y: 40), anchor: .start, font: Font(size: 20), color: black)
      }
      return (0..<image.width).map { image[$0, 33] }
    }
    #expect(columns[0] != columns[1])
    #expect(columns[1] != columns[2])
    #expect(columns[0].dropLast() == columns[3].dropFirst())
  }

  @Test func `a resolution beyond what a file can state is stated as the highest`() throws {
    let png = try CairoDocument.png(
      size: Size(width: 1e-6, height: 1e-6), dotsPerInch: 72e6,
      info: DocumentInfo(title: "", summary: "", creator: ""), drawing: { _ in })
    #expect(png.contains(Array("pHYs".utf8) + [0x7F, 0xFF, 0xFF, 0xFF]))
    #expect(try Raster(png: png).width == 1)
  }

  @Test func `text outside of a page of a very high resolution is left out`() throws {
    let png = try CairoDocument.png(
      size: Size(width: 1e-15, height: 1e-15), dotsPerInch: 72e15,
      info: DocumentInfo(title: "", summary: "", creator: "")
    ) {
      for x in [-1e5, -1, 1, 1e5] {
        $0.draw("Loss", at: Point(x: x, y: x), anchor: .start, font: Font(size: 9), color: black)
      }
    }
    #expect(try Raster(png: png).ink() == nil)
  }

  @Test func `a line as wide as a very large image is drawn`() throws {
    let png = try CairoDocument.png(
      size: Size(width: 100, height: 2), dotsPerInch: 6000,
      info: DocumentInfo(title: "", summary: "", creator: "")
    ) {
      $0.draw(
        String(repeating: "W", count: 80), at: Point(x: 0, y: 1.8), anchor: .start, font: Font(size: 2),
        color: black)
    }
    let ink = try #require(try Raster(png: png).ink())
    #expect(ink.columns.count > 8000)
    #expect((100...130).contains(ink.rows.count))
  }

  @Test func `the same drawing gives the same bytes, with its resolution and title`() throws {
    let files = try (0..<2).map { _ in
      try CairoDocument.png(
        size: Size(width: 100, height: 50), dotsPerInch: 150,
        info: DocumentInfo(title: "Läufe", summary: "Two runs.", creator: "Tests")
      ) { $0.draw("Loss", at: Point(x: 5, y: 20), anchor: .start, font: Font(size: 9), color: black) }
    }
    #expect(files[0] == files[1])
    let file = files[0]
    #expect(file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // 150 dots per inch are 5906 to a metre.
    #expect(file.contains(Array("pHYs".utf8) + [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1]))
    #expect(file.contains(Array("iTXtTitle\0\0\0\0\0Läufe".utf8)))
    #expect(file.contains(Array("iTXtDescription\0\0\0\0\0Two runs.".utf8)))
    #expect(file.contains(Array("iTXtSoftware\0\0\0\0\0Tests".utf8)))
    #expect(!file.contains(Array("tIME".utf8)))
  }

  @Test(arguments: [
    (Size(width: 0, height: 10), 72.0), (Size(width: 10, height: -1), 72), (Size(width: 10, height: 10), 0),
    (Size(width: 10, height: 10), -72), (Size(width: .nan, height: 10), 72),
    (Size(width: 10, height: 10), .infinity), (Size(width: 600, height: 800), 4000),
    (Size(width: 600, height: 800), 2500),
  ])
  func `a size that no image can have is an error`(size: Size, dotsPerInch: Double) {
    #expect {
      try CairoDocument.png(
        size: size, dotsPerInch: dotsPerInch,
        info: DocumentInfo(title: "", summary: "", creator: ""), drawing: { _ in })
    } throws: { error in
      if case .invalidPageSize? = error as? CairoError { true } else { false }
    }
  }
}
