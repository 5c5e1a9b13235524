import CPNG

/// Decodes PNG files with libpng's simplified interface, which needs no `setjmp`.
enum PNGReader {
  /// Decodes a whole PNG file.
  static func decode(_ file: [UInt8], channels: Image.Channels) throws(ImageContentError) -> Image {
    var header = png_image()
    header.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&header) }
    // The library keeps the address of the bytes from the first call to the second.
    let outcome = file.withUnsafeBytes { bytes -> Result<Image, ImageContentError> in
      guard png_image_begin_read_from_memory(&header, bytes.baseAddress, bytes.count) != 0 else {
        return .failure(problem(header))
      }
      return Result { () throws(ImageContentError) in try readImage(&header, channels: channels) }
    }
    return try outcome.get()
  }

  private static func readImage(
    _ header: inout png_image, channels: Image.Channels
  ) throws(ImageContentError) -> Image {
    let size = try ImageContentError.checkedSize(width: Int(header.width), height: Int(header.height))
    let hasColor = header.format & PNG_FORMAT_FLAG_COLOR != 0
    let hasOpacity = header.format & PNG_FORMAT_FLAG_ALPHA != 0
    // 8 bits, no palette. Composed with white and turned to grey by PixelConversion: the library would do both
    // on amounts of light, unlike browsers and Pillow.
    header.format &= PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA
    // Without a chunk that says so, 16 bits are otherwise taken for amounts of light.
    header.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
    let byteCount = size.width * size.height * ((hasColor ? 3 : 1) + (hasOpacity ? 1 : 0))
    var succeeded = false
    let pixels = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, filled in
      succeeded = png_image_finish_read(&header, nil, buffer.baseAddress, 0, nil) != 0
      filled = byteCount
    }
    guard succeeded else { throw problem(header) }
    return Image(
      size: size, channels: channels,
      pixels: PixelConversion.composed(
        pixels, hasColor: hasColor, hasOpacity: hasOpacity, channels: channels))
  }

  private static func problem(_ header: png_image) -> ImageContentError {
    let reason = withUnsafeBytes(of: header.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return .undecodable(format: "PNG", reason: reason)
  }
}
