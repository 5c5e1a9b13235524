import ArrayFiles
import Tensors

extension TensorData {
  /// The numbers of an array from a file, rounded to `float32`.
  ///
  /// - Precondition: a tensor can have the array's shape.
  public init(_ array: NumericArray) {
    self.init(shape: Shape(array.shape)) { array.copy(0..<array.count, to: $0) }
  }

  /// The numbers of an array, by the file and the name in it that they are from.
  ///
  /// - Throws: `ArrayFileError` where no tensor has such a shape.
  init(_ array: NumericArray, path: String, member: String?) throws(ArrayFileError) {
    guard array.shape.count <= Shape.highestRank, array.shape.allSatisfy({ $0 <= Int(Int32.max) }) else {
      throw ArrayFileError(
        .unsupported, path: path, member: member, "no tensor has the shape of this array",
        found: "\(array.shape)", expected: "at most \(Shape.highestRank) axes of at most \(Int32.max)")
    }
    self.init(array)
  }
}
