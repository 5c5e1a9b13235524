/// What stands before the elements of an IDX file.
struct IDXHeader: Sendable {
  let shape: [Int]
  let elementType: ElementType
  let byteCount: Int

  /// The bytes of the header with the most axes that are read.
  static let longest = 4 + 4 * Shape.mostAxes

  private static let types: [UInt8: ElementType] = [
    0x08: .uint8, 0x09: .int8, 0x0B: .int16, 0x0C: .int32, 0x0D: .float32, 0x0E: .float64,
  ]

  /// Where the elements begin.
  var dataOffset: Int { 4 + 4 * shape.count }

  /// - Throws: ``ArrayFileError`` `truncated` or `malformed`.
  init(_ source: ByteSource) throws(ArrayFileError) {
    let mark = Array(try source.slice(0, count: 4, "the mark of an IDX file"))
    guard mark[0] == 0, mark[1] == 0, let type = Self.types[mark[2]] else {
      throw source.error(
        .malformed, at: 0, "this is no IDX file", found: "the bytes \(mark.map { String($0, radix: 16) })",
        expected: "0, 0 and a type from 8 to e")
    }
    let axes = Int(mark[3])
    guard axes <= Shape.mostAxes else {
      throw source.error(
        .malformed, at: 3, "too many axes", found: "\(axes)", expected: "at most \(Shape.mostAxes)")
    }
    var sizes: [Int] = []
    for axis in 0..<axes {
      sizes.append(Int(try source.integer(UInt32.self, at: 4 + 4 * axis, .big, "the size of axis \(axis)")))
    }
    guard let byteCount = Shape.byteCount(sizes, of: type), byteCount <= Int.max - Self.longest else {
      throw source.error(
        .malformed, at: 4, "there is no array of this shape", found: "\(sizes)",
        expected: "fewer than 2^63 bytes")
    }
    shape = sizes
    elementType = type
    self.byteCount = byteCount
  }
}
