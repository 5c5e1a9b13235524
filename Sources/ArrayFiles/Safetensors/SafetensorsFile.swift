/// Arrays by name in the safetensors format, in which PyTorch's users exchange weights.
///
/// Eight bytes with the length of the header, a header of JSON, and the elements without gaps
/// (https://github.com/huggingface/safetensors).
/// ```swift
/// let file = try SafetensorsFile(contentsOf: "model.safetensors")
/// let weight = file["0.weight"]?.floats()
/// ```
public struct SafetensorsFile: Sendable {
  /// An array and its name.
  public struct Entry: Sendable {
    public var name: String
    public var array: NumericArray

    public init(name: String, array: NumericArray) {
      self.name = name
      self.array = array
    }
  }

  /// The arrays in the order of their elements in the file.
  public private(set) var entries: [Entry]
  /// Texts about the file as a whole, such as `format: pt`.
  public var metadata: [String: String]
  private let places: [String: Int]

  /// Arrays to be written.
  ///
  /// The elements of 8 bytes come first and those of one byte last, so that each array begins at a multiple
  /// of its element's size; arrays of equal size keep the order given.
  ///
  /// - Precondition: The names differ, and none is `__metadata__`.
  public init(_ entries: [Entry], metadata: [String: String] = [:]) {
    precondition(
      !entries.contains { $0.name == SafetensorsHeader.metadataName }, "an array has the name of the metadata"
    )
    let sorted = [8, 4, 2, 1].flatMap { size in entries.filter { $0.array.elementType.byteCount == size } }
    self.init(ordered: sorted, metadata: metadata)
  }

  private init(ordered entries: [Entry], metadata: [String: String]) {
    self.entries = entries
    self.metadata = metadata
    places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
  }

  /// The array of a name; `nil` if there is none.
  public subscript(name: String) -> NumericArray? {
    places[name].map { entries[$0].array }
  }

  /// Reads a file.
  ///
  /// - Throws: ``ArrayFileError``: the file is not there, not readable, cut off, damaged, or has elements of a type
  ///   that is not read.
  public init(contentsOf path: String) throws(ArrayFileError) {
    try self.init(bytes: try ArrayFile(path: path).contents(), path: path)
  }

  /// Reads the bytes of a file; `path` names it in messages.
  public init(bytes: [UInt8], path: String) throws(ArrayFileError) {
    let source = ByteSource(path: path, bytes: bytes[...])
    let header = try SafetensorsHeader(source)
    let entries = header.tensors.map { tensor in
      Entry(
        name: tensor.name,
        array: NumericArray(
          shape: tensor.shape, elementType: tensor.elementType, byteOrder: .little,
          bytes: bytes[
            header.dataOffset + tensor.range.lowerBound..<header.dataOffset + tensor.range.upperBound]))
    }
    self.init(ordered: entries, metadata: header.metadata)
  }

  /// Writes a file, which appears whole or not at all.
  ///
  /// Each array keeps its element type; the elements begin at a multiple of 8 bytes.
  ///
  /// - Throws: ``ArrayFileError`` `unwritable` or `isFolder`.
  public func write(to path: String) throws(ArrayFileError) {
    let header = SafetensorsHeader.encode(entries.map { ($0.name, $0.array) }, metadata: metadata)
    try ArrayFile(path: path).replace(with: [header[...]] + entries.map(\.array.littleEndianBytes))
  }
}
