/// An image as it comes from a decoder, maybe smaller than its file declares.
struct DecodedImage {
  let image: Image
  /// The size that the file declares, in pixels of the decoded image: a decoder rounds sides up, and the last
  /// column and row then stand for less than a whole pixel.
  let coveredWidth: Double
  let coveredHeight: Double
  /// The size that the file declares.
  let sourceSize: ImageSize

  init(image: Image) {
    self.init(image: image, sourceSize: image.size, shrunkBy: 1)
  }

  init(image: Image, sourceSize: ImageSize, shrunkBy denominator: Int) {
    self.image = image
    self.sourceSize = sourceSize
    coveredWidth = Double(sourceSize.width) / Double(denominator)
    coveredHeight = Double(sourceSize.height) / Double(denominator)
  }
}

/// The size that an image will be resized to after decoding.
struct ImageTarget {
  let size: ImageSize
  let fit: ImageFit
}
