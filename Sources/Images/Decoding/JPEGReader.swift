import CJPEG

/// Decodes JPEG files with libjpeg-turbo; one instance serves one thread.
final class JPEGReader {
  private let decompressor: tjhandle? = tjInitDecompress()

  deinit {
    if let decompressor { tjDestroy(decompressor) }
  }

  /// Decodes a whole JPEG file.
  ///
  /// - Parameter target: With one, the image may come at 1/2, 1/4 or 1/8 of its size.
  func decode(
    _ file: [UInt8], channels: Image.Channels, target: ImageTarget?
  ) throws(ImageContentError) -> DecodedImage {
    let header = try readHeader(file)
    let denominator = target.map { Self.denominator(for: header.size, target: $0) } ?? 1
    let width = (header.size.width + denominator - 1) / denominator
    let height = (header.size.height + denominator - 1) / denominator
    // libjpeg-turbo converts between all colour spaces but those of four inks.
    let format = header.hasFourInks ? TJPF_CMYK : channels == .rgb ? TJPF_RGB : TJPF_GRAY
    let byteCount = header.hasFourInks ? 4 : channels.rawValue
    var pixels = try decompress(file, width: width, height: height, byteCount: byteCount, format: format)
    if header.hasFourInks {
      pixels = PixelConversion.colors(
        cmyk: pixels, areInverted: JPEGMarkers.haveAdobeMarker(file), channels: channels)
    }
    let image = Image(size: ImageSize(width: width, height: height), channels: channels, pixels: pixels)
    return DecodedImage(image: image, sourceSize: header.size, shrunkBy: denominator)
  }

  private func readHeader(_ file: [UInt8]) throws(ImageContentError) -> (size: ImageSize, hasFourInks: Bool) {
    var width: Int32 = 0
    var height: Int32 = 0
    var subsampling: Int32 = -1
    var colorSpace: Int32 = -1
    let status = tjDecompressHeader3(
      decompressor, file, UInt(file.count), &width, &height, &subsampling, &colorSpace)
    // A file of tables alone is a success for the library.
    if status == 0, width <= 0 || height <= 0 {
      throw .undecodable(format: "JPEG", reason: "the file ends before its picture")
    }
    // A sampling that has no name in the library is reported as an error, and can be decoded nevertheless.
    guard status == 0 || (width > 0 && height > 0 && colorSpace >= 0) else { throw problem() }
    return (
      try ImageContentError.checkedSize(width: Int(width), height: Int(height)),
      colorSpace == TJCS_CMYK.rawValue || colorSpace == TJCS_YCCK.rawValue
    )
  }

  private func decompress(
    _ file: [UInt8], width: Int, height: Int, byteCount: Int, format: TJPF
  ) throws(ImageContentError) -> [UInt8] {
    func run(flags: Int32) -> (status: Int32, pixels: [UInt8]) {
      var status: Int32 = 0
      let size = width * height * byteCount
      let pixels = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        status = tjDecompress2(
          decompressor, file, UInt(file.count), buffer.baseAddress, Int32(width), 0, Int32(height),
          format.rawValue, flags | TJFLAG_LIMITSCANS)
        filled = size
      }
      return (status, pixels)
    }
    // What a truncated file lacks is filled with grey, and only a warning tells.
    let strict = run(flags: TJFLAG_STOPONWARNING)
    if strict.status == 0 { return strict.pixels }
    guard isHarmless else { throw problem() }
    // The last warning is the one that is kept: both ends of the row of warnings have been seen then.
    let lenient = run(flags: 0)
    guard lenient.status == 0 || isHarmless else { throw problem() }
    return lenient.pixels
  }

  private func problem() -> ImageContentError {
    .undecodable(format: "JPEG", reason: message)
  }

  private var message: String {
    tjGetErrorStr2(decompressor).map { String(cString: $0) } ?? "out of memory"
  }

  /// Whether the last error is a warning of bytes that belong to nothing, which some cameras write and which
  /// all viewers pass over in silence.
  private var isHarmless: Bool {
    tjGetErrorCode(decompressor) == Int32(bitPattern: TJERR_WARNING.rawValue)
      && message.contains("extraneous bytes before marker")
  }

  /// The largest of 8, 4, 2 and 1 by which both sides can be divided and still have three times the pixels needed.
  ///
  /// The decoder's own shrinking (fewer coefficients of each 8 x 8 block) blurs less evenly than the resampling
  /// that follows. Measured on 15 photographs brought to 32 x 32 pixels, beside resampling alone: 0.15 levels of
  /// 255 on average and 5 at most; with twice the pixels instead of three times, 0.33 and 15.
  static func denominator(for source: ImageSize, target: ImageTarget) -> Int {
    let needed = target.fit.scaledSize(of: source, filling: target.size)
    return [8, 4, 2].first { denominator in
      source.width >= 3 * needed.width * denominator && source.height >= 3 * needed.height * denominator
    } ?? 1
  }
}
