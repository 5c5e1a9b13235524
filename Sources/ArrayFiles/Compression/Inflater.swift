import CDeflate

/// Unpacks data packed by deflate (RFC 1951), bare or in a gzip member (RFC 1952), by libdeflate.
struct Inflater {
  enum Wrapping {
    case none, gzip
  }

  enum Outcome {
    /// The unpacked bytes and how many packed ones they took.
    case done([UInt8], consumed: Int)
    case tooLong
    case damaged
  }

  let wrapping: Wrapping

  /// Deflate writes at most 258 bytes for 2 bits (zlib's technical notes: 1032 to 1).
  static func canHold(_ size: Int, in packed: Int) -> Bool { size / 1032 <= packed }

  /// Unpacks everything, if that is not longer than `limit`.
  func unpack(_ packed: ArraySlice<UInt8>, limit: Int) -> Outcome {
    var result = LIBDEFLATE_BAD_DATA
    var consumed = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      result = run(packed, buffer, &consumed, &count)
      if result != LIBDEFLATE_SUCCESS { count = 0 }
    }
    return switch result {
    case LIBDEFLATE_SUCCESS: .done(bytes, consumed: consumed)
    case LIBDEFLATE_INSUFFICIENT_SPACE, LIBDEFLATE_SHORT_OUTPUT: .tooLong
    default: .damaged
    }
  }

  /// The first bytes: `length` of them, or all if there are fewer; `nil` if the data are damaged.
  func beginning(_ packed: ArraySlice<UInt8>, length: Int) -> [UInt8]? {
    // Later bytes are made from earlier ones, so that a decoder fills its memory from the front. It may give
    // up at the beginning of what does not fit, a block of 65,535 bytes at most: with room for one more such
    // block, everything before is there.
    let room = length + 65_536
    var result = LIBDEFLATE_BAD_DATA
    var consumed = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      buffer.initialize(repeating: 0)
      result = run(packed, buffer, &consumed, &count)
      if result == LIBDEFLATE_INSUFFICIENT_SPACE { count = length }
    }
    let isKnown = result == LIBDEFLATE_SUCCESS || result == LIBDEFLATE_INSUFFICIENT_SPACE
    return isKnown ? Array(bytes.prefix(length)) : nil
  }

  private func run(
    _ packed: ArraySlice<UInt8>, _ buffer: UnsafeMutableBufferPointer<UInt8>, _ consumed: inout Int,
    _ count: inout Int
  ) -> libdeflate_result {
    guard let decompressor = libdeflate_alloc_decompressor() else { return LIBDEFLATE_BAD_DATA }
    defer { libdeflate_free_decompressor(decompressor) }
    return packed.withUnsafeBytes { input in
      switch wrapping {
      case .none:
        libdeflate_deflate_decompress_ex(
          decompressor, input.baseAddress, input.count, buffer.baseAddress, buffer.count, &consumed, &count)
      case .gzip:
        libdeflate_gzip_decompress_ex(
          decompressor, input.baseAddress, input.count, buffer.baseAddress, buffer.count, &consumed, &count)
      }
    }
  }
}
