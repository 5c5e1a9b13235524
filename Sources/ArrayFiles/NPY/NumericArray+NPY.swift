import Texts

extension NumericArray {
  /// Reads a `.npy` file, as `numpy.save` writes it: format 1.0, 2.0 or 3.0, either byte order and memory
  /// order.
  ///
  /// - Throws: ``ArrayFileError``: the file is not there, not readable, cut off, damaged, or holds something else
  ///   than numbers.
  public init(npy path: String) throws(ArrayFileError) {
    try self.init(npy: try ArrayFile(path: path).contents(), path: path)
  }

  /// Reads the bytes of a `.npy` file; `path` names it in messages.
  public init(npy bytes: [UInt8], path: String) throws(ArrayFileError) {
    try self.init(npy: ByteSource(path: path, bytes: bytes[...]))
  }

  init(npy source: ByteSource) throws(ArrayFileError) {
    let header = try NPYHeader(source)
    let byteCount = header.byteCount ?? 0
    let data = try source.slice(header.dataOffset, count: byteCount, "the numbers of shape \(header.shape)")
    let end = header.dataOffset + byteCount
    guard end == source.count else {
      throw source.error(
        .malformed, at: end, "bytes follow the numbers of shape \(header.shape)",
        found: "\(source.count - end) bytes", expected: "the end of the file",
        advice: "Of several arrays in one file make a .npz by numpy.savez.")
    }
    self.init(
      shape: header.shape, elementType: header.elementType, byteOrder: header.byteOrder,
      bytes: header.isFortranOrder
        ? FortranOrder.rowMajor(data, shape: header.shape, elementSize: header.elementType.byteCount) : data)
  }

  /// An array of which the parts stand apart, as in a pickle: its bytes, numpy's code of their type such as `<f4`,
  /// and its shape.
  ///
  /// - Throws: ``ArrayFileError`` `unsupported`, or `malformed` if the bytes do not fill the shape.
  package init(
    elements bytes: [UInt8], typeCode: String, shape: [Int], isFortranOrder: Bool, path: String
  ) throws(ArrayFileError) {
    let source = ByteSource(path: path, bytes: bytes[...])
    let (type, order) = try NPYTypeCode.read(typeCode, source, at: 0)
    guard shape.count <= Shape.mostAxes, Shape.byteCount(shape, of: type) == bytes.count else {
      throw source.error(
        .malformed, "the bytes of an array do not fill its shape", found: "\(bytes.count) bytes",
        expected: "the numbers of shape \(PrintableText.masked("\(shape.prefix(8))"))")
    }
    self.init(
      shape: shape, elementType: type, byteOrder: order,
      bytes: isFortranOrder
        ? FortranOrder.rowMajor(bytes[...], shape: shape, elementSize: type.byteCount) : bytes[...])
  }

  /// The array as a `.npy` file of format 1.0, in row-major order.
  ///
  /// `bfloat16`, which numpy does not know, is written as `float32`.
  public func npyBytes() -> [UInt8] {
    npyPieces().reduce(into: []) { $0 += $1 }
  }

  /// Writes a `.npy` file, which appears whole or not at all; see ``npyBytes()``.
  ///
  /// - Throws: ``ArrayFileError`` `unwritable` or `isFolder`.
  public func write(npy path: String) throws(ArrayFileError) {
    try ArrayFile(path: path).replace(with: npyPieces())
  }

  private func npyPieces() -> [ArraySlice<UInt8>] {
    guard let code = NPYTypeCode.code(elementType, byteOrder) else {
      return NumericArray(floats(), shape: shape).npyPieces()
    }
    return [NPYHeader.encode(shape: shape, typeCode: code)[...], bytes]
  }
}
