extension NumericArray {
  /// Reads an IDX file, the format of MNIST; one packed by gzip is recognised by its content.
  ///
  /// Two zero bytes, a type, the number of axes, their sizes as 32-bit numbers, and the elements, the high
  /// byte first (LeCun, Cortes and Burges: The MNIST database).
  ///
  /// - Throws: ``ArrayFileError``: the file is not there, not readable, cut off or damaged.
  public init(idx path: String) throws(ArrayFileError) {
    try self.init(idx: try ArrayFile(path: path).contents(), path: path)
  }

  /// Reads the bytes of an IDX file, packed or not; `path` names it in messages.
  public init(idx bytes: [UInt8], path: String) throws(ArrayFileError) {
    let source = ByteSource(path: path, bytes: bytes[...])
    guard GzipFile.recognizes(source) else {
      try self.init(idx: source)
      return
    }
    let packed = GzipFile(source: source)
    // The sizes in the header say how much there is to unpack, before memory is set aside for it.
    let start = try packed.beginning(IDXHeader.longest)
    let header = try IDXHeader(ByteSource(path: path, bytes: start[...]))
    let unpacked = try packed.unpacked(size: header.dataOffset + header.byteCount)
    try self.init(idx: ByteSource(path: path, bytes: unpacked[...]))
  }

  private init(idx source: ByteSource) throws(ArrayFileError) {
    let header = try IDXHeader(source)
    let data = try source.slice(
      header.dataOffset, count: header.byteCount, "the elements of shape \(header.shape)")
    let end = header.dataOffset + header.byteCount
    guard end == source.count else {
      throw source.error(
        .malformed, at: end, "bytes follow the elements of shape \(header.shape)",
        found: "\(source.count - end) bytes", expected: "the end of the file")
    }
    self.init(shape: header.shape, elementType: header.elementType, byteOrder: .big, bytes: data)
  }
}
