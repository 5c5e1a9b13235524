import CZlib

/// Unpacks gzip (RFC 1952) piece by piece, also of several members one behind the other.
///
/// Memory is that of zlib's window and one piece, however much comes out.
struct GzipStream: ~Copyable {
  /// How unpacking a piece ended.
  enum Outcome {
    case unpacked(Int)
    /// The archive is whole, and nothing follows.
    case ended
    /// The packed bytes end in the middle.
    case cutOff
    case damaged
  }

  static let signature: [UInt8] = [0x1F, 0x8B]

  private let stream: UnsafeMutablePointer<z_stream>
  private let packed: UnsafeMutableRawBufferPointer
  private var isOpen = false
  private var isBetweenMembers = false
  private static let pieceSize = 64 * 1024

  init(begin: some Collection<UInt8>) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    packed = .allocate(byteCount: max(Self.pieceSize, begin.count), alignment: 1)
    packed.copyBytes(from: begin)
    // 16 more than the largest window says: gzip, not zlib.
    isOpen =
      inflateInit2_(stream, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(begin.count)
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
    packed.deallocate()
  }

  /// Fills the buffer with unpacked bytes.
  ///
  /// - Parameter readPacked: Reads packed bytes; 0 at the end.
  mutating func read(
    into target: UnsafeMutableRawBufferPointer,
    readPacked: (UnsafeMutableRawBufferPointer) throws(LogError) -> Int
  ) throws(LogError) -> Outcome {
    guard isOpen else { return .damaged }
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: target.count)
    let room = Int(stream.pointee.avail_out)
    while Int(stream.pointee.avail_out) == room {
      if stream.pointee.avail_in == 0 {
        let count = try readPacked(packed)
        stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
        if count == 0 { return isBetweenMembers ? .ended : .cutOff }
      }
      if isBetweenMembers {
        // Some writers fill the last block with zeros.
        guard stream.pointee.next_in.pointee != 0 else { return .ended }
        guard inflateReset(stream) == Z_OK else { return .damaged }
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: isBetweenMembers = true
      default: return .damaged
      }
    }
    return .unpacked(room - Int(stream.pointee.avail_out))
  }
}
