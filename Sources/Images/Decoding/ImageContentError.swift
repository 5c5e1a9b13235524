import Texts

/// Why the bytes of an image could not be decoded.
enum ImageContentError: Error {
  /// The library's own words.
  case undecodable(format: String, reason: String)
  case tooLarge(width: Int, height: Int)

  /// Checks a size that a file declares, before memory is taken for it.
  static func checkedSize(width: Int, height: Int) throws(ImageContentError) -> ImageSize {
    // Either side fits 32 bits, so the product does not overflow.
    guard width * height <= Image.mostPixels else { throw .tooLarge(width: width, height: height) }
    return ImageSize(width: width, height: height)
  }

  func imageError(path: String) -> ImageError {
    switch self {
    case .undecodable(let format, let reason):
      ImageError(
        .undecodable, path: path, "the \(format) file is damaged, cut off or of an unknown kind",
        found: "\"\(PrintableText.masked(reason, limit: 200))\"",
        advice: "Copy it again from its source, or remove it.")
    case .tooLarge(let width, let height):
      ImageError(
        .tooLarge, path: path, "the image is too large", found: "\(width) x \(height) pixels",
        expected: "at most \(Image.mostPixels) in all", advice: "Make it smaller first.")
    }
  }
}
