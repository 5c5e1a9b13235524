/// Bytes with the name of the file that they come from, read by position.
struct ByteSource: Sendable {
  let path: String
  /// The entry of an archive that the bytes are.
  let member: String?
  let bytes: ArraySlice<UInt8>

  init(path: String, member: String? = nil, bytes: ArraySlice<UInt8>) {
    self.path = path
    self.member = member
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// The byte at an offset that is known to be there.
  subscript(offset: Int) -> UInt8 { bytes[bytes.startIndex + offset] }

  /// Some bytes; `what` names them in the message if the file ends before.
  func slice(_ offset: Int, count length: Int, _ what: String) throws(ArrayFileError) -> ArraySlice<UInt8> {
    guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
      throw error(
        .truncated, at: min(max(offset, 0), count), "the file ends inside \(what)",
        found: "\(max(0, count - offset)) bytes", expected: "\(length)")
    }
    return bytes[bytes.startIndex + offset..<bytes.startIndex + offset + length]
  }

  /// A number of a fixed number of bytes; `what` names it in the message if the file ends before.
  func integer<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type, at offset: Int, _ order: ByteOrder, _ what: String
  ) throws(ArrayFileError) -> Number {
    let digits = try slice(offset, count: MemoryLayout<Number>.size, what)
    var number: Number = 0
    for byte in order == .big ? Array(digits) : digits.reversed() { number = number << 8 | Number(byte) }
    return number
  }

  func error(
    _ kind: ArrayFileError.Kind, at offset: Int? = nil, _ problem: String, found: String? = nil,
    expected: String? = nil, advice: String? = nil
  ) -> ArrayFileError {
    ArrayFileError(
      kind, path: path, member: member, at: offset.map { .byte($0) }, problem, found: found,
      expected: expected, advice: advice)
  }
}
