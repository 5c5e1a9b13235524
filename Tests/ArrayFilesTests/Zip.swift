import CDeflate

@testable import ArrayFiles

/// A ZIP archive written for a test, right or wrong.
struct Zip {
  struct Entry {
    var name: String
    var content: [UInt8]
    var method: UInt16
    var size: Int
    var checksum: UInt32
    var flags: UInt16 = 0

    /// An array, stored as it is.
    init(_ name: String, _ array: NumericArray) {
      self.name = name
      content = array.npyBytes()
      method = 0
      size = content.count
      checksum = libdeflate_crc32(0, content, content.count)
    }

    /// Bytes packed by deflate.
    init(_ name: String, deflating content: [UInt8]) {
      self.name = name
      self.content = Self.deflate(content)
      method = 8
      size = content.count
      checksum = libdeflate_crc32(0, content, content.count)
    }

    private static func deflate(_ content: [UInt8]) -> [UInt8] {
      let compressor = libdeflate_alloc_compressor(6)
      defer { libdeflate_free_compressor(compressor) }
      let bound = libdeflate_deflate_compress_bound(compressor, content.count)
      return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
        count = libdeflate_deflate_compress(compressor, content, content.count, buffer.baseAddress, bound)
      }
    }
  }

  private(set) var bytes: [UInt8] = []
  /// Where the content of each entry begins.
  private(set) var dataOffsets: [Int] = []

  init(entries: [Entry], comment: String = "") {
    var directory: [UInt8] = []
    for entry in entries {
      let start = bytes.count
      append(to: &bytes, 0x0403_4B50, 4)
      let common = [(20, 2), (Int(entry.flags), 2), (Int(entry.method), 2), (0, 2), (33, 2)]
      let sizes = [
        (Int(entry.checksum), 4), (entry.content.count, 4), (entry.size, 4), (entry.name.utf8.count, 2),
        (0, 2),
      ]
      for (number, width) in common + sizes { append(to: &bytes, number, width) }
      bytes += Array(entry.name.utf8)
      dataOffsets.append(bytes.count)
      bytes += entry.content
      append(to: &directory, 0x0201_4B50, 4)
      append(to: &directory, 20, 2)
      for (number, width) in common + sizes + [(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)] {
        append(to: &directory, number, width)
      }
      directory += Array(entry.name.utf8)
    }
    let start = bytes.count
    bytes += directory
    let end = [
      (0x0605_4B50, 4), (0, 2), (0, 2), (entries.count, 2), (entries.count, 2), (directory.count, 4),
    ]
    for (number, width) in end + [(start, 4), (comment.utf8.count, 2)] { append(to: &bytes, number, width) }
    bytes += Array(comment.utf8)
  }

  private func append(to bytes: inout [UInt8], _ number: Int, _ width: Int) {
    for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }
}
