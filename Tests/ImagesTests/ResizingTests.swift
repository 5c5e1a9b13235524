import Images
import TestSupport
import Testing

@Suite struct ResizingTests {
  static let sizes = [(1, 1), (3, 7), (7, 3), (64, 64), (5, 200)].map { ImageSize(width: $0, height: $1) }

  @Test(arguments: sizes, ImageFit.allCases)
  func `one colour stays that colour`(size: ImageSize, fit: ImageFit) {
    for source in Self.sizes {
      let pixels = Array(repeating: [UInt8(255), 128, 1], count: source.width * source.height)
      let image = Image(size: source, channels: .rgb, pixels: pixels.flatMap(\.self))
      let resized = image.resized(to: size, fit: fit)
      let expected = Array(repeating: [UInt8(255), 128, 1], count: size.width * size.height)
      #expect(resized.pixels == expected.flatMap(\.self))
    }
  }

  @Test func `the same size changes nothing`() throws {
    let image = try Image(contentsOf: Fixtures.path("images/rgb.png"))
    for fit in ImageFit.allCases { #expect(image.resized(to: image.size, fit: fit) == image) }
  }

  @Test func `two pixels become their mean`() {
    let image = Image(size: ImageSize(width: 2, height: 1), channels: .gray, pixels: [10, 20])
    #expect(image.resized(to: ImageSize(square: 1)).pixels == [15])
  }

  /// One pixel wide lines vanish or flicker where pixels are picked instead of averaged.
  @Test func `fine stripes become even grey`() {
    let stripes = (0..<96 * 96).map { $0 % 2 == 0 ? UInt8(0) : 200 }
    let image = Image(size: ImageSize(square: 96), channels: .gray, pixels: stripes)
    for value in image.resized(to: ImageSize(square: 12)).pixels { #expect(abs(Int(value) - 100) <= 5) }
  }

  @Test func `cropping takes the middle`() {
    let row: [UInt8] = [0, 0, 50, 60, 70, 80, 0, 0]
    let image = Image(
      size: ImageSize(width: 8, height: 4), channels: .gray,
      pixels: Array(repeating: row, count: 4).flatMap(\.self))
    let middle = image.resized(to: ImageSize(square: 4), fit: .cropToFill)
    #expect(middle.pixels == Array(repeating: [50, 60, 70, 80], count: 4).flatMap(\.self))
  }

  @Test func `no memory is taken for what a crop leaves out`() {
    let line = Image(
      size: ImageSize(width: 1, height: 60_000), channels: .gray, pixels: Array(repeating: 9, count: 60_000))
    #expect(line.resized(to: ImageSize(square: 100), fit: .cropToFill).pixels.allSatisfy { $0 == 9 })
  }
}
