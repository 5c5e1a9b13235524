import Texts

/// The header of a safetensors file, checked.
struct SafetensorsHeader: Sendable {
  struct Tensor: Sendable {
    var name: String
    var elementType: ElementType
    var shape: [Int]
    /// The bytes of the elements, counted from the end of the header.
    var range: Range<Int>
    /// Where the name stands in the file.
    var offset: Int
  }

  /// In the order of their elements.
  let tensors: [Tensor]
  let metadata: [String: String]
  /// Where the elements begin in the file.
  let dataOffset: Int

  static let metadataName = "__metadata__"
  /// The longest header that the format allows.
  static let longest = 100_000_000

  /// - Throws: ``ArrayFileError`` `truncated`, `malformed` or `unsupported`.
  init(_ source: ByteSource) throws(ArrayFileError) {
    let length = try source.integer(UInt64.self, at: 0, .little, "the length of the header")
    guard length <= Self.longest else {
      throw source.error(
        .malformed, at: 0, "this is no safetensors file, or its header is too long", found: "\(length) bytes",
        expected: "at most \(Self.longest)")
    }
    _ = try source.slice(8, count: Int(length), "the header")
    dataOffset = 8 + Int(length)
    guard length > 0, source[8] == UInt8(ascii: "{") else {
      throw source.error(
        .malformed, at: 8, "this is no safetensors file",
        found: length == 0 ? "an empty header" : PrintableText.quoted(source.bytes.dropFirst(8).prefix(20)),
        expected: "a header that begins with \"{\"")
    }
    var parser = JSONParser(source, 8..<dataOffset)
    guard case .object(let members) = try parser.parse() else {
      throw source.error(.malformed, at: 8, "the header is no object of JSON")
    }
    var tensors: [Tensor] = []
    var metadata: [String: String] = [:]
    for member in members {
      if member.name == Self.metadataName {
        metadata = try Self.metadata(member, source)
      } else {
        tensors.append(try Self.tensor(member, source))
      }
    }
    // An array without elements begins where the next one does.
    tensors.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    try Self.check(tensors, source, dataOffset)
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The elements must fill the rest of the file, without holes and without sharing bytes.
  private static func check(
    _ tensors: [Tensor], _ source: ByteSource, _ dataOffset: Int
  ) throws(ArrayFileError) {
    var end = 0
    for tensor in tensors {
      guard tensor.range.lowerBound == end else {
        throw source.error(
          .malformed, at: tensor.offset,
          "the elements of \(PrintableText.quoted(tensor.name)) "
            + (tensor.range.lowerBound < end ? "overlap the ones before" : "leave a hole before them"),
          found: "data_offsets from \(tensor.range.lowerBound)", expected: "from \(end)")
      }
      end = tensor.range.upperBound
    }
    let size = source.count - dataOffset
    guard end == size else {
      throw source.error(
        end > size ? .truncated : .malformed, at: end > size ? source.count : dataOffset + end,
        end > size ? "the file ends inside the elements" : "bytes follow the elements",
        found: "\(size) bytes after the header", expected: "\(end)")
    }
  }

  private static func metadata(
    _ member: JSONValue.Member, _ source: ByteSource
  ) throws(ArrayFileError) -> [String: String] {
    guard case .object(let members) = member.value else {
      throw source.error(.malformed, at: member.offset, "\(metadataName) is no object of texts")
    }
    var texts: [String: String] = [:]
    for entry in members {
      guard case .string(let text) = entry.value else {
        throw source.error(
          .malformed, at: entry.offset, "\(metadataName) holds something else than texts",
          found: PrintableText.quoted(entry.name), expected: "a text as its value")
      }
      texts[entry.name] = text
    }
    return texts
  }

  private static func tensor(_ member: JSONValue.Member, _ source: ByteSource) throws(ArrayFileError)
    -> Tensor
  {
    let name = PrintableText.quoted(member.name)
    guard case .object(let fields) = member.value, fields.count == 3,
      case .string(let typeName)? = fields.first(where: { $0.name == "dtype" })?.value,
      let shape = sizes(fields.first { $0.name == "shape" }?.value),
      let offsets = sizes(fields.first { $0.name == "data_offsets" }?.value), offsets.count == 2
    else {
      throw source.error(
        .malformed, at: member.offset, "the header does not describe \(name) as the format asks",
        expected: "dtype (text), shape (sizes) and data_offsets (begin and end)")
    }
    guard let type = ElementType.allCases.first(where: { Self.typeName($0) == typeName }) else {
      throw source.error(
        .unsupported, at: member.offset, "the elements of \(name) are of a type that is not read",
        found: PrintableText.quoted(typeName),
        expected: "one of \(ElementType.allCases.map(Self.typeName).joined(separator: ", "))")
    }
    guard shape.count <= Shape.mostAxes, offsets[0] <= offsets[1],
      Shape.byteCount(shape, of: type) == offsets[1] - offsets[0]
    else {
      throw source.error(
        .malformed, at: member.offset, "the size of \(name) does not fit its shape",
        found: "data_offsets \(offsets) for \(typeName) of shape \(PrintableText.masked("\(shape)"))",
        expected: Shape.byteCount(shape, of: type).map { "\($0) bytes" })
    }
    return Tensor(
      name: member.name, elementType: type, shape: shape, range: offsets[0]..<offsets[1],
      offset: member.offset)
  }

  /// An array of whole numbers from 0; `nil` if it is something else.
  private static func sizes(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements) = value else { return nil }
    var sizes: [Int] = []
    for element in elements {
      guard case .number(let text) = element, let size = Int(text), size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes
  }
}
