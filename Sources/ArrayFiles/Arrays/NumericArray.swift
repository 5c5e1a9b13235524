/// Numbers in a shape, kept as the bytes of the file they come from until they are converted.
///
/// The elements are in row-major order: the last index runs fastest.
/// ```swift
/// let images = try NumericArray(idx: "train-images-idx3-ubyte.gz")  // [60000, 28, 28] of uint8
/// let batch = images[rows: 0..<64].floats()                         // 64 x 28 x 28 values
/// ```
public struct NumericArray: Sendable {
  /// The size of each axis; empty for a single number.
  public let shape: [Int]
  public let elementType: ElementType
  let byteOrder: ByteOrder
  /// The elements one after the other, without a gap.
  let bytes: ArraySlice<UInt8>

  /// The number of elements.
  public var count: Int { bytes.count / elementType.byteCount }

  /// An array of values in row-major order.
  ///
  /// - Precondition: There are as many values as `shape` has places.
  public init<Element: NumericElement>(_ values: [Element], shape: [Int]) {
    precondition(
      Shape.elementCount(shape) == values.count, "\(values.count) values do not fill the shape \(shape)")
    let bytes = values.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
        count = source.count
      }
    }
    self.init(shape: shape, elementType: Element.elementType, byteOrder: .host, bytes: bytes[...])
  }

  init(shape: [Int], elementType: ElementType, byteOrder: ByteOrder, bytes: ArraySlice<UInt8>) {
    precondition(
      Shape.byteCount(shape, of: elementType) == bytes.count,
      "\(bytes.count) bytes do not fill the shape \(shape) of \(elementType)")
    self.shape = shape
    self.elementType = elementType
    self.byteOrder = byteOrder
    self.bytes = bytes
  }

  /// Some rows, that is, places of the first axis; shares the bytes.
  ///
  /// - Precondition: The array has a first axis, and the range lies in it.
  public subscript(rows rows: Range<Int>) -> NumericArray {
    guard let rowCount = shape.first else { preconditionFailure("a single number has no rows") }
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= rowCount, "rows \(rows) of an array of shape \(shape)")
    let rowSize = rowCount == 0 ? 0 : bytes.count / rowCount
    let start = bytes.startIndex + rows.lowerBound * rowSize
    return NumericArray(
      shape: [rows.count] + shape.dropFirst(), elementType: elementType, byteOrder: byteOrder,
      bytes: bytes[start..<start + rows.count * rowSize])
  }

  /// The same elements in another shape.
  ///
  /// - Precondition: Both shapes have the same number of places.
  public func reshaped(to shape: [Int]) -> NumericArray {
    precondition(Shape.elementCount(shape) == count, "the shape \(self.shape) cannot become \(shape)")
    return NumericArray(shape: shape, elementType: elementType, byteOrder: byteOrder, bytes: bytes)
  }
}
