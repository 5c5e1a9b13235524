import CCairo
import CairoDrawing
import Drawing
import Testing

/// The pixels of a PNG file, as Cairo reads it.
struct Raster {
  let width: Int
  let height: Int
  private let words: [UInt32]

  init(png: [UInt8]) throws {
    let reader = Reader(png)
    let surface = withExtendedLifetime(reader) {
      cairo_image_surface_create_from_png_stream(Reader.read, Unmanaged.passUnretained(reader).toOpaque())
    }
    defer { cairo_surface_destroy(surface) }
    try #require(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let data = UnsafeRawPointer(try #require(cairo_image_surface_get_data(surface)))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var words: [UInt32] = []
    for row in 0..<height {
      for column in 0..<width {
        words.append(data.load(fromByteOffset: row * stride + column * 4, as: UInt32.self))
      }
    }
    self.words = words
  }

  /// A pixel as its usual hexadecimal number.
  subscript(x: Int, y: Int) -> UInt32 { words[y * width + x] & 0xFFFFFF }

  /// All pixels, row by row.
  var colors: [UInt32] { words.map { $0 & 0xFFFFFF } }

  /// The columns and rows that some pixel differs from a colour in.
  func ink(on background: UInt32 = 0xFFFFFF) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
    let marked = words.indices.filter { words[$0] & 0xFFFFFF != background }
    let columns = marked.map { $0 % width }
    let rows = marked.map { $0 / width }
    guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max()
    else { return nil }
    return (left...right, top...bottom)
  }

  private final class Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    static let read: cairo_read_func_t = { closure, target, count in
      guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
      let reader = Unmanaged<Reader>.fromOpaque(closure).takeUnretainedValue()
      guard reader.rest.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
      for (index, byte) in reader.rest.prefix(Int(count)).enumerated() { target[index] = byte }
      reader.rest = reader.rest.dropFirst(Int(count))
      return CAIRO_STATUS_SUCCESS
    }
  }
}

extension Raster {
  /// Draws on a page of 100 x 50 points and reads the image back.
  init(
    dotsPerInch: Double = 72, background: Color = Color(0xFFFFFF), typesetter: Typesetter = Typesetter(),
    _ drawing: (CairoCanvas) -> Void
  ) throws {
    let png = try CairoDocument.png(
      size: Size(width: 100, height: 50), dotsPerInch: dotsPerInch, background: background,
      info: DocumentInfo(title: "Test", summary: "A test.", creator: "Tests"), typesetter: typesetter,
      drawing: drawing)
    try self.init(png: png)
  }
}
