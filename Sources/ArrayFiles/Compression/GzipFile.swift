import Files

/// A file packed by gzip: one member (RFC 1952).
struct GzipFile {
  let source: ByteSource

  /// Whether the content begins like that of gzip.
  static func recognizes(_ source: ByteSource) -> Bool {
    source.bytes.starts(with: [0x1F, 0x8B])
  }

  /// The first unpacked bytes: `length` of them, or all if there are fewer.
  func beginning(_ length: Int) throws(ArrayFileError) -> [UInt8] {
    guard let bytes = Inflater(wrapping: .gzip).beginning(source.bytes, length: length) else { throw damaged }
    return bytes
  }

  /// Everything, which must have a size that is known beforehand; the check sum is tested.
  func unpacked(size: Int) throws(ArrayFileError) -> [UInt8] {
    guard Inflater.canHold(size, in: source.count), MemoryBudget.holds(size) else {
      throw source.error(
        .malformed, "the header announces more than the packed data can hold",
        found: "\(source.count) packed bytes", expected: "an array of \(size) bytes")
    }
    switch Inflater(wrapping: .gzip).unpack(source.bytes, limit: size) {
    case .done(let bytes, let consumed):
      guard consumed == source.count else {
        throw source.error(
          .malformed, at: consumed, "bytes follow the packed data",
          found: "\(source.count - consumed) bytes", expected: "the end of the file",
          advice: "Unpack it by gunzip.")
      }
      return bytes
    case .tooLong:
      throw source.error(
        .malformed, "the packed data hold more than the header announces", expected: "\(size) bytes unpacked")
    case .damaged: throw damaged
    }
  }

  private var damaged: ArrayFileError {
    source.error(
      .malformed, "the data packed by gzip are damaged or cut off", advice: "Test it by gzip -t.")
  }
}
