import Texts

/// numpy's codes of element types, such as `<f4`: byte order, kind, and bytes of an element.
enum NPYTypeCode {
  private static let codes: [(code: String, type: ElementType)] = [
    ("b1", .bool), ("u1", .uint8), ("i1", .int8), ("u2", .uint16), ("i2", .int16), ("u4", .uint32),
    ("i4", .int32), ("u8", .uint64), ("i8", .int64), ("f2", .float16), ("f4", .float32), ("f8", .float64),
  ]

  /// The type and byte order that a code stands for.
  ///
  /// - Throws: ``ArrayFileError`` `unsupported`, with what the code stands for as far as it is known.
  static func read(
    _ code: String, _ source: ByteSource, at offset: Int
  ) throws(ArrayFileError) -> (ElementType, ByteOrder) {
    let order: ByteOrder? =
      switch code.first {
      case "<": .little
      case ">": .big
      case "|", "=": .host
      default: nil
      }
    let kind = code.dropFirst()
    guard let order, let entry = codes.first(where: { $0.code == kind }) else {
      throw source.error(
        .unsupported, at: offset, "the elements are \(name(code)), not numbers that are read",
        found: "dtype \(PrintableText.quoted(code))",
        expected: "bool, an integer of 8 to 64 bits, or a float of 16 to 64",
        advice: advice(code))
    }
    return (entry.type, order)
  }

  /// The code of a type; `nil` for `bfloat16`, which numpy does not know.
  static func code(_ type: ElementType, _ order: ByteOrder) -> String? {
    guard let entry = codes.first(where: { $0.type == type }) else { return nil }
    return (type.byteCount == 1 ? "|" : order == .big ? ">" : "<") + entry.code
  }

  private static func name(_ code: String) -> String {
    switch code.dropFirst().first {
    case "O": "Python objects"
    case "U", "S", "a": "text"
    case "c": "complex numbers"
    case "M", "m": "dates or durations"
    case "V": "raw bytes"
    case "f": "floats of an unusual size"
    default: "of an unknown type"
    }
  }

  private static func advice(_ code: String) -> String {
    code.dropFirst().first == "O"
      ? "Rows of different lengths become objects: make them equal, then save array.astype(numpy.float32)."
      : "Save array.astype(numpy.float32) if that is what it means."
  }
}
