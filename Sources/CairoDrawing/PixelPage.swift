import CCairo
import Drawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The pixels of an image while it is drawn: rows of 32-bit words with red, green and blue below a byte
/// that means nothing.
final class PixelPage {
  /// The most pixels that Cairo allows in a row or a column.
  static let longestSide = 32_767
  /// The most pixels of an image: 1 GB of memory.
  static let mostPixels = 1 << 28

  let width: Int
  let height: Int
  let pixels: UnsafeMutableBufferPointer<UInt32>

  init(width: Int, height: Int, background: Color) {
    self.width = width
    self.height = height
    let hugePage = 2 << 20
    let byteCount = width * height * MemoryLayout<UInt32>.size
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: hugePage)
    #if os(Linux)
      // A page of A4 at 150 dots per inch takes 9 MB: fetched in pieces of 4 KB it costs 3 ms more.
      _ = madvise(memory.baseAddress, byteCount, MADV_HUGEPAGE)
    #endif
    pixels = memory.bindMemory(to: UInt32.self)
    pixels.initialize(repeating: background.opaqueWord)
  }

  deinit {
    UnsafeMutableRawBufferPointer(pixels).deallocate()
  }

  /// Runs a function with a Cairo context whose unit is a pixel, and returns how Cairo fared.
  func draw(_ drawing: (OpaquePointer?) -> Void) -> cairo_status_t {
    let bytes = UnsafeMutableRawBufferPointer(pixels)
    let surface = cairo_image_surface_create_for_data(
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24, Int32(width), Int32(height),
      Int32(width * MemoryLayout<UInt32>.size))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    drawing(context)
    cairo_surface_finish(surface)
    return cairo_status(context)
  }

  /// Makes the pixels rows of a PNG file, a byte that names no filter and three bytes to a pixel, and runs a
  /// function with them; the page is used up by it.
  ///
  /// They are packed where they are: rows never take more room than their pixels, and a second page of memory
  /// would cost as much time as the packing.
  func withPackedRows<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    let memory = UnsafeMutableRawBufferPointer(pixels)
    var place = 0
    var pixel = 0
    for _ in 0..<height {
      for column in 0..<width {
        // Read before anything is written: the first bytes of a row lie on its first pixel.
        let color = pixels[pixel]
        if column == 0 {
          memory[place] = 0
          place += 1
        }
        memory[place] = UInt8(truncatingIfNeeded: color >> 16)
        memory[place + 1] = UInt8(truncatingIfNeeded: color >> 8)
        memory[place + 2] = UInt8(truncatingIfNeeded: color)
        place += 3
        pixel += 1
      }
    }
    return try body(UnsafeRawBufferPointer(rebasing: memory[..<place]))
  }
}

extension Color {
  /// The colour as a pixel, without its opacity.
  fileprivate var opaqueWord: UInt32 {
    func byte(_ part: Double) -> UInt32 { UInt32((min(max(part, 0), 1) * 255).rounded()) }
    return byte(red) << 16 | byte(green) << 8 | byte(blue)
  }
}
