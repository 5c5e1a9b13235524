import CCairo
import Drawing

/// Text in an image, with letters placed to a quarter of a pixel.
///
/// Cairo before 1.18 moves every glyph to a whole pixel, which at 150 dots per inch leaves visibly uneven gaps
/// between letters. So a line is drawn four times as wide on a strip of its own, averaged to its width, and
/// that is the mask the colour of the text goes through. (The outlines of all letters, filled as paths, look the
/// same and take 25 times as long.) Letters higher than the largest image are left out.
final class SubpixelPen: TextPen {
  /// How many places for a letter there are in a pixel.
  private static let places = 4

  /// Pixels to a point.
  private let resolution: Double
  private let pixelWidth: Int
  private let pixelHeight: Int

  init(resolution: Double, pixelWidth: Int, pixelHeight: Int) {
    self.resolution = resolution
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
  }

  func draw(_ line: TypesetLine, scale: Double, at start: Point, color: Color, on context: OpaquePointer?) {
    // FreeType fails on letters much higher than the largest image, and then on others of that font as well.
    let pixelsHigh = (line.extent.ascent + line.extent.descent) * scale * resolution
    guard pixelsHigh <= Double(PixelPage.longestSide) else { return }
    if line.mayHoldEmoji {
      // A mask has no colours.
      return GlyphPen().draw(line, scale: scale, at: start, color: color, on: context)
    }
    // Ink may stick out of the line's own measure by an overhang or an accent: a margin of half its height.
    let extent = line.extent
    let margin = pixelsHigh / 2
    let left = max(Self.pixel(start.x * resolution - margin, .down), 0)
    let right = min(
      Self.pixel((start.x + extent.width * scale) * resolution + margin, .up), pixelWidth)
    // A baseline on whole pixels keeps the letters of all lines alike.
    let baseline = Self.pixel(start.y * resolution, .toNearestOrAwayFromZero)
    let top = max(baseline - Self.pixel(extent.ascent * scale * resolution + margin, .up), 0)
    let bottom = min(
      baseline + Self.pixel(extent.descent * scale * resolution + margin, .up), pixelHeight)
    guard left < right, top < bottom else { return }
    if (right - left) * Self.places > PixelPage.longestSide {
      // So many pixels that a quarter of one is of no account.
      return GlyphPen().draw(line, scale: scale, at: start, color: color, on: context)
    }

    guard
      let mask = mask(
        width: right - left, height: bottom - top,
        drawing: { strip in
          cairo_scale(strip, Double(Self.places), 1)
          cairo_translate(strip, start.x * resolution - Double(left), Double(baseline - top))
          cairo_scale(strip, scale * resolution, scale * resolution)
          line.show(on: strip)
        })
    else { return }
    defer { cairo_surface_destroy(mask) }
    cairo_save(context)
    cairo_identity_matrix(context)
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.opacity)
    cairo_mask_surface(context, mask, Double(left), Double(top))
    cairo_restore(context)
  }

  /// A place in whole pixels, kept far within what an integer holds: at a very high resolution text may lie anywhere.
  private static func pixel(_ place: Double, _ rule: FloatingPointRoundingRule) -> Int {
    Int(min(max(-1e12, place), 1e12).rounded(rule))
  }

  /// A mask of some pixels, averaged from a drawing that is four times as wide.
  private func mask(width: Int, height: Int, drawing: (OpaquePointer?) -> Void) -> OpaquePointer? {
    let strip = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width * Self.places), Int32(height))
    defer { cairo_surface_destroy(strip) }
    let stripContext = cairo_create(strip)
    drawing(stripContext)
    cairo_destroy(stripContext)
    cairo_surface_flush(strip)

    let mask = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
    guard let wide = cairo_image_surface_get_data(strip), let narrow = cairo_image_surface_get_data(mask)
    else {
      cairo_surface_destroy(mask)
      return nil
    }
    let wideStride = Int(cairo_image_surface_get_stride(strip))
    let narrowStride = Int(cairo_image_surface_get_stride(mask))
    for row in 0..<height {
      let source = UnsafeRawPointer(wide + row * wideStride)
      let target = narrow + row * narrowStride
      for pixel in 0..<width {
        // The sum of four bytes at once: pairs first, then both halves.
        let four = source.load(fromByteOffset: pixel * Self.places, as: UInt32.self)
        let pairs = (four & 0x00FF_00FF) &+ (four >> 8 & 0x00FF_00FF)
        let sum = (pairs & 0xFFFF) &+ (pairs >> 16)
        // Sixteen greys, from 0 to 255 in steps of 17: more cannot be told apart on letters, and a PNG file of
        // text becomes a third smaller.
        target[pixel] = UInt8(truncatingIfNeeded: (sum &+ 34) / 68 &* 17)
      }
    }
    cairo_surface_mark_dirty(mask)
    return mask
  }
}
