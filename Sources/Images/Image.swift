/// A picture as rows of pixels, from the top left corner.
public struct Image: Sendable, Hashable {
  /// What a pixel consists of; the raw value is the number of bytes.
  public enum Channels: Int, Sendable, Hashable, CaseIterable {
    /// Brightness, 0 for black.
    case gray = 1
    /// Red, green and blue, in sRGB.
    case rgb = 3
  }

  /// The most pixels that a file may declare; 400 MB of red, green and blue.
  public static let mostPixels = 1 << 27

  public let size: ImageSize
  public let channels: Channels
  /// The values: (height, width, channel), interleaved.
  public let pixels: [UInt8]

  public var width: Int { size.width }
  public var height: Int { size.height }

  /// - Precondition: there are `width * height * channels` values.
  public init(size: ImageSize, channels: Channels, pixels: [UInt8]) {
    let needed = size.width * size.height * channels.rawValue
    precondition(
      pixels.count == needed,
      "an image of \(size) pixels of \(channels) has \(needed) values, not \(pixels.count)")
    self.size = size
    self.channels = channels
    self.pixels = pixels
  }

  /// Reads a JPEG or PNG file, told apart by its content.
  ///
  /// Transparency is composed on white, 16 bits are rounded to 8, a palette is resolved. Colours become grey by
  /// ITU-R BT.601 (0.299, 0.587, 0.114). The orientation that a camera noted in Exif is not applied.
  /// - Throws: ``ImageError`` of a file that is missing, empty, neither JPEG nor PNG, damaged, cut off, or
  ///   declares more than ``mostPixels``.
  public init(contentsOf path: String, channels: Channels = .rgb) throws(ImageError) {
    self = try ImageReader().read(path, channels: channels).image
  }

  /// Reads a JPEG or PNG file for use at a smaller size, at a fraction of the time for a large JPEG.
  ///
  /// The same as reading and then resizing by ``resized(to:fit:)``, except that a JPEG is decoded at a half, a
  /// quarter or an eighth of its size where that leaves at least three times the pixels asked for on each side.
  /// - Throws: ``ImageError``, as ``init(contentsOf:channels:)``.
  public init(
    contentsOf path: String, channels: Channels = .rgb, resizedTo size: ImageSize, fit: ImageFit = .stretch
  ) throws(ImageError) {
    let decoded = try ImageReader().read(path, channels: channels, target: ImageTarget(size: size, fit: fit))
    self = Resampler(decoded, to: size, fit: fit).image()
  }

  /// The image brought to a size, with each new pixel a weighted mean of the old ones that it covers.
  ///
  /// Bilinear with antialiasing: the weights are a triangle that is as wide as two new pixels when the image
  /// shrinks, and as two old ones when it grows; Pillow's `BILINEAR` and torchvision's `antialias=True`.
  public func resized(to size: ImageSize, fit: ImageFit = .stretch) -> Image {
    Resampler(DecodedImage(image: self), to: size, fit: fit).image()
  }
}
