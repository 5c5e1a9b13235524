import CDeflate
import Files
import Texts

/// Several arrays by name in one file, as `numpy.savez` and `numpy.savez_compressed` write them.
///
/// Opening reads the directory; an array is unpacked when it is asked for.
/// ```swift
/// let archive = try NPZArchive(contentsOf: "digits.npz")
/// let images = try archive.array(named: "x_train")
/// ```
public struct NPZArchive: Sendable {
  /// The names of the arrays, without `.npy`, in the order of the file.
  public let names: [String]

  private let source: ByteSource
  private let entries: [String: ZIPEntry]

  /// Opens a `.npz` file.
  ///
  /// - Throws: ``ArrayFileError``: the file is not there, not readable, cut off, or no archive.
  public init(contentsOf path: String) throws(ArrayFileError) {
    try self.init(bytes: try ArrayFile(path: path).contents(), path: path)
  }

  /// Opens the bytes of a `.npz` file; `path` names it in messages.
  public init(bytes: [UInt8], path: String) throws(ArrayFileError) {
    source = ByteSource(path: path, bytes: bytes[...])
    var names: [String] = []
    var entries: [String: ZIPEntry] = [:]
    for entry in try ZIPDirectory(source).entries where !entry.name.hasSuffix("/") {
      let name = Self.name(entry.name)
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw source.error(
          .malformed, "the archive has two arrays of one name", found: PrintableText.quoted(name))
      }
      names.append(name)
    }
    self.names = names
    self.entries = entries
  }

  /// Reads an array.
  ///
  /// - Parameter name: One of ``names``, with or without `.npy`.
  /// - Throws: ``ArrayFileError``: `unknownName` lists the names that the archive has; the others are about the entry.
  public func array(named name: String) throws(ArrayFileError) -> NumericArray {
    return try NumericArray(npy: unpacked(entry(named: name)))
  }

  /// The shape of an array, by its header alone: the numbers are not unpacked.
  ///
  /// - Parameter name: One of ``names``, with or without `.npy`.
  /// - Throws: ``ArrayFileError``, as ``array(named:)`` does.
  public func shape(named name: String) throws(ArrayFileError) -> [Int] {
    let entry = try entry(named: name)
    let packed = try entry.packedBytes(in: source)
    let member = ByteSource(path: source.path, member: Self.name(entry.name), bytes: packed)
    guard entry.method != .stored else { return try NPYHeader(member).shape }
    return try inflatedHeader(entry, member, Inflater(wrapping: .none)).shape
  }

  private func entry(named name: String) throws(ArrayFileError) -> ZIPEntry {
    if let entry = entries[Self.name(name)] { return entry }
    throw source.error(
      .unknownName, "the archive has no array of this name", found: PrintableText.quoted(name),
      expected: names.isEmpty ? "none, for it is empty" : "one of \(NameList.text(names))")
  }

  private static func name(_ name: String) -> String {
    name.hasSuffix(".npy") ? String(name.dropLast(4)) : name
  }

  private func unpacked(_ entry: ZIPEntry) throws(ArrayFileError) -> ByteSource {
    let packed = try entry.packedBytes(in: source)
    let member = ByteSource(path: source.path, member: Self.name(entry.name), bytes: packed)
    let bytes =
      entry.method == .stored
      ? try stored(entry, member) : try inflated(entry, member)
    let checksum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    guard checksum == entry.checksum else {
      throw member.error(
        .malformed, "the check sum of the entry is wrong", found: String(checksum, radix: 16),
        expected: String(entry.checksum, radix: 16), advice: "The file is damaged: copy or write it again.")
    }
    return ByteSource(path: source.path, member: member.member, bytes: bytes)
  }

  private func stored(_ entry: ZIPEntry, _ member: ByteSource) throws(ArrayFileError) -> ArraySlice<UInt8> {
    guard entry.size == member.count else { throw contradiction(entry, member, "\(member.count) bytes") }
    return member.bytes
  }

  private func inflated(_ entry: ZIPEntry, _ member: ByteSource) throws(ArrayFileError) -> ArraySlice<UInt8> {
    guard Inflater.canHold(entry.size, in: member.count), MemoryBudget.holds(entry.size) else {
      throw contradiction(entry, member, "\(member.count) packed bytes")
    }
    let inflater = Inflater(wrapping: .none)
    // A size that the array's own header does not confirm is not believed: no memory is set aside for it.
    let header = try inflatedHeader(entry, member, inflater)
    guard let byteCount = header.byteCount, header.dataOffset + byteCount == entry.size else {
      throw contradiction(entry, member, "an array of shape \(header.shape) of \(header.elementType)")
    }
    switch inflater.unpack(member.bytes, limit: entry.size) {
    case .done(let bytes, let consumed) where bytes.count == entry.size && consumed == member.count:
      return bytes[...]
    case .done, .tooLong:
      throw contradiction(entry, member, "packed data of another length")
    case .damaged:
      throw damaged(member)
    }
  }

  private func inflatedHeader(
    _ entry: ZIPEntry, _ member: ByteSource, _ inflater: Inflater
  ) throws(ArrayFileError) -> NPYHeader {
    guard let start = inflater.beginning(member.bytes, length: min(NPYHeader.longestPrelude, entry.size))
    else {
      throw damaged(member)
    }
    return try NPYHeader(ByteSource(path: source.path, member: member.member, bytes: start[...]))
  }

  private func contradiction(
    _ entry: ZIPEntry, _ member: ByteSource, _ found: String
  ) -> ArrayFileError {
    member.error(
      .malformed, "the entry is not of the size that the archive says", found: found,
      expected: "\(entry.size) bytes unpacked")
  }

  private func damaged(_ member: ByteSource) -> ArrayFileError {
    member.error(
      .malformed, "the packed data are damaged", advice: "The file is damaged: copy or write it again.")
  }
}
