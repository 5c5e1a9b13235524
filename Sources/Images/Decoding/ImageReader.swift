/// Reads image files one after the other; each thread has its own.
final class ImageReader {
  private let jpeg = JPEGReader()

  /// Reads a file.
  ///
  /// - Parameter target: The size that the image will be resized to, for decoders that can save work by it.
  /// - Throws: ``ImageError``
  func read(
    _ path: String, channels: Image.Channels, target: ImageTarget? = nil
  ) throws(ImageError) -> DecodedImage {
    let (format, bytes) = try ImageFile.read(path)
    do {
      return switch format {
      case .jpeg: try jpeg.decode(bytes, channels: channels, target: target)
      case .png: DecodedImage(image: try PNGReader.decode(bytes, channels: channels))
      }
    } catch {
      throw error.imageError(path: path)
    }
  }
}
