import CDeflate
import Drawing

/// Writes the pixels of a page as a PNG file: 8 bits each of red, green and blue.
///
/// Cairo's own writer (libpng over zlib, level 6) takes longer than all the drawing. Measured on a page of 150 lines
/// of text and four curves, 1240 x 1754 pixels:
///
/// | | ms | KB |
/// |---|---|---|
/// | zlib, level 6, no filter | 92 | 355 |
/// | zlib, level 2, no filter | 26 | 463 |
/// | libdeflate, level 1, no filter | 20 | 422 |
struct PNGEncoder {
  let info: DocumentInfo
  let dotsPerInch: Double

  /// The file's bytes; the page is used up by it.
  ///
  /// - Throws: ``CairoError/drawingFailed(_:)`` when there is not enough memory to compress the pixels.
  func encode(_ page: PixelPage) throws(CairoError) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.appendChunk("IHDR") { chunk in
      chunk.append(bigEndian: UInt32(page.width))
      chunk.append(bigEndian: UInt32(page.height))
      // 8 bits a part, colours as red, green and blue; the one compression, the one filter set, no interlace.
      chunk += [8, 2, 0, 0, 0]
    }
    file.appendChunk("pHYs") { chunk in
      let dotsPerMetre = UInt32(min(dotsPerInch / 0.0254, Double(Int32.max)).rounded())
      chunk.append(bigEndian: dotsPerMetre)
      chunk.append(bigEndian: dotsPerMetre)
      chunk.append(1)
    }
    let texts = [
      ("Title", info.title), ("Author", info.author ?? ""), ("Description", info.summary),
      ("Software", info.creator),
    ]
    for (keyword, text) in texts where !text.isEmpty {
      file.appendChunk("iTXt") { chunk in
        // Uncompressed, and no language.
        chunk += Array(keyword.utf8) + [0, 0, 0, 0, 0] + Array(text.singleLine.utf8)
      }
    }
    let data = try compressed(page)
    file.appendChunk("IDAT") { $0 += data }
    file.appendChunk("IEND") { _ in }
    return file
  }

  private func compressed(_ page: PixelPage) throws(CairoError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(1) else {
      throw .drawingFailed("not enough memory to compress the image")
    }
    defer { libdeflate_free_compressor(compressor) }
    return page.withPackedRows { rows in
      let bound = libdeflate_zlib_compress_bound(compressor, rows.count)
      return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = libdeflate_zlib_compress(compressor, rows.baseAddress, rows.count, buffer.baseAddress, bound)
      }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends a chunk of a PNG file: its length, its kind, its data and the check sum of the last two.
  fileprivate mutating func appendChunk(_ kind: String, _ write: (inout [UInt8]) -> Void) {
    var content = Array(kind.utf8)
    write(&content)
    append(bigEndian: UInt32(content.count - kind.utf8.count))
    self += content
    append(bigEndian: libdeflate_crc32(0, content, content.count))
  }
}
