/// One file in a ZIP archive, as the archive's directory describes it.
struct ZIPEntry: Sendable {
  enum Method: Sendable, Hashable {
    case stored, deflated
    /// One that is not read, by its number.
    case other(Int)
  }

  var name: String
  var method: Method
  var isEncrypted: Bool
  var checksum: UInt32
  var packedSize: Int
  var size: Int
  /// Where the entry's own header is.
  var offset: Int

  /// The packed bytes.
  ///
  /// - Throws: ``ArrayFileError`` `unsupported`, `malformed` or `truncated`.
  func packedBytes(in archive: ByteSource) throws(ArrayFileError) -> ArraySlice<UInt8> {
    let source = ByteSource(path: archive.path, member: name, bytes: archive.bytes)
    guard !isEncrypted else { throw source.error(.unsupported, "the entry is encrypted") }
    if case .other(let number) = method {
      throw source.error(
        .unsupported, "the entry is packed by a method that is not read", found: "method \(number)",
        expected: "stored (0) or deflate (8)", advice: "Write it by numpy.savez or numpy.savez_compressed.")
    }
    let signature = try source.integer(UInt32.self, at: offset, .little, "the header of the entry")
    guard signature == 0x0403_4B50 else {
      throw source.error(.malformed, at: offset, "the directory of the archive points to no entry")
    }
    // The entry's own header leaves sizes out where the archive was written as a stream; the directory has
    // them.
    let nameLength = try source.integer(UInt16.self, at: offset + 26, .little, "the header of the entry")
    let extraLength = try source.integer(UInt16.self, at: offset + 28, .little, "the header of the entry")
    let start = offset + 30 + Int(nameLength) + Int(extraLength)
    return try source.slice(start, count: packedSize, "the data of the entry")
  }
}
