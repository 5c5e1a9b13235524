import Drawing
import TestSupport
import Testing

@testable import CairoDrawing

/// What the encoder writes, libpng must read back, through Cairo.
@Suite struct PNGEncoderTests {
  private func file(_ page: PixelPage) throws -> [UInt8] {
    try PNGEncoder(info: DocumentInfo(title: "Test", summary: "", creator: "Tests"), dotsPerInch: 150)
      .encode(page)
  }

  @Test(arguments: [(1, 1), (1, 9), (9, 1), (2, 2), (300, 200), (32_767, 3), (3, 32_767)])
  func `an image reads back as it was`(width: Int, height: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let page = PixelPage(width: width, height: height, background: Color(0))
    for index in page.pixels.indices { page.pixels[index] = .random(in: 0...0xFFFFFF, using: &generator) }
    let pixels = Array(page.pixels)
    let image = try Raster(png: file(page))
    #expect(image.width == width)
    #expect(image.height == height)
    #expect(image.colors == pixels)
  }

  @Test func `a page of one colour is small`() throws {
    #expect(try file(PixelPage(width: 500, height: 400, background: Color(0x123456))).count < 6_000)
  }
}
