import Texts

/// What stands before the numbers of a `.npy` file.
///
/// The format is numpy's: the bytes `\x93NUMPY`, a version of two bytes, the length of the header, and the
/// header, which is a Python dictionary
/// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
struct NPYHeader: Sendable {
  var shape: [Int]
  var elementType: ElementType
  var byteOrder: ByteOrder
  /// Whether the first index runs fastest.
  var isFortranOrder: Bool
  /// Where the numbers begin.
  var dataOffset: Int

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The longest header that is read. One of a plain array has about a hundred bytes.
  static let longest = 64 * 1024
  /// Enough bytes of a file to hold the header of every array that is read.
  static let longestPrelude = longest + 12

  /// The bytes of the numbers; `nil` if they cannot be counted.
  var byteCount: Int? { Shape.byteCount(shape, of: elementType) }

  /// Reads the header.
  ///
  /// - Throws: ``ArrayFileError`` `truncated`, `malformed` or `unsupported`.
  init(_ source: ByteSource) throws(ArrayFileError) {
    let start = try source.slice(0, count: min(6, max(source.count, 1)), "the mark of a .npy file")
    guard start.elementsEqual(Self.magic.prefix(start.count)) else {
      throw source.error(
        .malformed, at: 0, "this is no .npy file", found: PrintableText.quoted(start),
        expected: "\"\\x93NUMPY\"", advice: "Write it by numpy.save.")
    }
    let major = try source.integer(UInt8.self, at: 6, .little, "the version")
    let minor = try source.integer(UInt8.self, at: 7, .little, "the version")
    guard (1...3).contains(major), minor == 0 else {
      throw source.error(
        .unsupported, at: 6, "the version of the format is not known", found: "\(major).\(minor)",
        expected: "1.0, 2.0 or 3.0")
    }
    let length: Int
    if major == 1 {
      length = Int(try source.integer(UInt16.self, at: 8, .little, "the length of the header"))
    } else {
      length = Int(try source.integer(UInt32.self, at: 8, .little, "the length of the header"))
    }
    let headerOffset = major == 1 ? 10 : 12
    guard length <= Self.longest else {
      throw source.error(
        .unsupported, at: 8, "the header is longer than that of a plain array", found: "\(length) bytes",
        expected: "at most \(Self.longest)")
    }
    let text = try source.slice(headerOffset, count: length, "the header")
    dataOffset = headerOffset + length
    var dictionary = NPYDictionary(text: text, offset: headerOffset, source: source)
    let fields = try dictionary.read()
    (elementType, byteOrder) = try NPYTypeCode.read(fields.typeCode, source, at: headerOffset)
    isFortranOrder = fields.isFortranOrder
    shape = fields.shape
    guard shape.count <= Shape.mostAxes, let byteCount, byteCount <= Int.max - dataOffset else {
      throw source.error(
        .malformed, at: headerOffset, "there is no array of this shape",
        found: PrintableText.masked("\(shape)"),
        expected: "at most \(Shape.mostAxes) axes and fewer than 2^63 bytes")
    }
  }

  /// The header of an array in row-major order, padded so that the numbers begin at a multiple of 64.
  static func encode(shape: [Int], typeCode: String) -> [UInt8] {
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = Array("{'descr': '\(typeCode)', 'fortran_order': False, 'shape': (\(sizes)), }".utf8)
    let unpadded = magic.count + 4 + text.count + 1
    text += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    text.append(UInt8(ascii: "\n"))
    return magic + [1, 0, UInt8(truncatingIfNeeded: text.count), UInt8(truncatingIfNeeded: text.count >> 8)]
      + text
  }
}
