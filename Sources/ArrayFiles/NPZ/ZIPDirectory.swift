/// The list of entries at the end of a ZIP archive (APPNOTE.TXT of PKWARE, sections 4.3.12 to 4.3.16).
struct ZIPDirectory: Sendable {
  let entries: [ZIPEntry]

  /// The signatures that begin the records.
  private enum Signature {
    static let entry: UInt32 = 0x0201_4B50
    static let end: UInt32 = 0x0605_4B50
    static let end64: UInt32 = 0x0606_4B50
    static let locator64: UInt32 = 0x0706_4B50
  }

  private struct Extent {
    var count: UInt64
    var size: UInt64
    var offset: UInt64
  }

  /// - Throws: ``ArrayFileError`` `malformed`, `truncated` or `unsupported`.
  init(_ source: ByteSource) throws(ArrayFileError) {
    let extent = try Self.extent(source)
    guard let start = Int(exactly: extent.offset), let size = Int(exactly: extent.size),
      start <= source.count, size <= source.count - start, extent.count <= size / 46
    else {
      throw source.error(
        .malformed, "the directory of the archive does not lie in the file",
        found: "\(extent.count) entries, \(extent.size) bytes at \(extent.offset)",
        expected: "a place in \(source.count) bytes", advice: Self.advice)
    }
    var entries: [ZIPEntry] = []
    var position = start
    for _ in 0..<extent.count {
      let (entry, length) = try Self.entry(source, at: position, before: start + size)
      entries.append(entry)
      position += length
    }
    self.entries = entries
  }

  private static let advice = "The file may be cut off: copy or write it again."

  private static func extent(_ source: ByteSource) throws(ArrayFileError) -> Extent {
    guard let end = endOffset(source) else {
      throw source.error(
        .malformed, "this is no .npz file (a ZIP archive), or its end is missing",
        found: "no directory in \(source.count) bytes", advice: Self.advice)
    }
    let what = "the end of the directory"
    let extent = Extent(
      count: UInt64(try source.integer(UInt16.self, at: end + 10, .little, what)),
      size: UInt64(try source.integer(UInt32.self, at: end + 12, .little, what)),
      offset: UInt64(try source.integer(UInt32.self, at: end + 16, .little, what)))
    let locator = end - 20
    guard locator >= 0, try source.integer(UInt32.self, at: locator, .little, what) == Signature.locator64
    else { return extent }
    let place = try source.integer(UInt64.self, at: locator + 8, .little, what)
    guard let end64 = Int(exactly: place), end64 <= locator - 56,
      try source.integer(UInt32.self, at: end64, .little, what) == Signature.end64
    else {
      throw source.error(.malformed, at: locator, "the ZIP64 directory is not where the archive says")
    }
    return Extent(
      count: try source.integer(UInt64.self, at: end64 + 32, .little, what),
      size: try source.integer(UInt64.self, at: end64 + 40, .little, what),
      offset: try source.integer(UInt64.self, at: end64 + 48, .little, what))
  }

  /// The place of the last record, which only a comment may follow.
  private static func endOffset(_ source: ByteSource) -> Int? {
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    var offset = source.count - 22
    let first = max(0, offset - 0xFFFF)
    while offset >= first {
      let start = source.bytes.startIndex + offset
      let commentLength = Int(source[offset + 20]) | Int(source[offset + 21]) << 8
      if offset + 22 + commentLength == source.count, source.bytes[start...].starts(with: mark) {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  /// An entry and the bytes of its record.
  private static func entry(
    _ source: ByteSource, at offset: Int, before end: Int
  ) throws(ArrayFileError) -> (ZIPEntry, Int) {
    let what = "the directory of the archive"
    let record = ByteSource(path: source.path, bytes: source.bytes.prefix(end))
    guard try record.integer(UInt32.self, at: offset, .little, what) == Signature.entry else {
      throw record.error(.malformed, at: offset, "the directory of the archive is damaged", advice: advice)
    }
    let flags = try record.integer(UInt16.self, at: offset + 8, .little, what)
    let method = try record.integer(UInt16.self, at: offset + 10, .little, what)
    let checksum = try record.integer(UInt32.self, at: offset + 16, .little, what)
    let nameLength = Int(try record.integer(UInt16.self, at: offset + 28, .little, what))
    let extraLength = Int(try record.integer(UInt16.self, at: offset + 30, .little, what))
    let commentLength = Int(try record.integer(UInt16.self, at: offset + 32, .little, what))
    let name = try record.slice(offset + 46, count: nameLength, what)
    let extra = try record.slice(offset + 46 + nameLength, count: extraLength, what)
    var wide = ZIP64Extra(extra)
    // The order in which the wide values follow each other, where they are present.
    let size = wide.widen(try record.integer(UInt32.self, at: offset + 24, .little, what))
    let packedSize = wide.widen(try record.integer(UInt32.self, at: offset + 20, .little, what))
    let place = wide.widen(try record.integer(UInt32.self, at: offset + 42, .little, what))
    guard let size, let packedSize, let place, place <= source.count else {
      throw record.error(
        .malformed, at: offset, "an entry of the archive does not lie in the file", advice: advice)
    }
    let entry = ZIPEntry(
      name: String(decoding: name, as: UTF8.self),
      method: method == 0 ? .stored : method == 8 ? .deflated : .other(Int(method)),
      isEncrypted: flags & 1 != 0, checksum: checksum, packedSize: packedSize, size: size, offset: place)
    return (entry, 46 + nameLength + extraLength + commentLength)
  }
}
