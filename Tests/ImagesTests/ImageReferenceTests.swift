import Foundation
import Images
import TestSupport
import Testing

/// What `Fixtures/reference/make_images.py` wrote with Pillow.
struct ImageReference: Decodable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let channels: String
    let width: Int
    let height: Int
    let fit: String
    let pixels: [Int]

    var testDescription: String { "\(file) \(channels) \(width) x \(height) \(fit)" }
    var size: ImageSize { ImageSize(width: width, height: height) }
    var wanted: Image.Channels { channels == "gray" ? .gray : .rgb }
    func imageFit() throws -> ImageFit { try #require(ImageFit(rawValue: fit)) }

    /// The largest and the mean difference to other pixels.
    func difference(to image: Image) throws -> (largest: Int, mean: Double) {
      try #require(image.size == size && image.channels == wanted && image.pixels.count == pixels.count)
      let differences = zip(image.pixels, pixels).map { abs(Int($0) - $1) }
      return (differences.max() ?? 0, Double(differences.reduce(0, +)) / Double(pixels.count))
    }
  }
  let cases: [Case]

  static func load() throws -> ImageReference {
    try Fixtures.decode(ImageReference.self, from: "reference/images.json")
  }
}

@Suite struct `Images agree with Pillow` {
  @Test(arguments: try ImageReference.load().cases) func `read, then resized`(
    _ reference: ImageReference.Case
  ) throws {
    let image = try Image(contentsOf: Fixtures.path("images/" + reference.file), channels: reference.wanted)
    let resized = image.resized(to: reference.size, fit: try reference.imageFit())
    let difference = try reference.difference(to: resized)
    #expect(difference.largest <= 2)
    #expect(difference.mean < 0.5)
  }

  @Test(arguments: try ImageReference.load().cases) func `read at the size`(
    _ reference: ImageReference.Case
  ) throws {
    let image = try Image(
      contentsOf: Fixtures.path("images/" + reference.file), channels: reference.wanted,
      resizedTo: reference.size, fit: try reference.imageFit())
    let difference = try reference.difference(to: image)
    // A large JPEG is shrunk by its decoder first.
    #expect(difference.largest <= (reference.file == "large.jpg" ? 4 : 2))
    #expect(difference.mean < 0.8)
  }
}
