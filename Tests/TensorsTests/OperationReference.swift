import Tensors
import TestSupport
import Testing

/// One measurement of an operation in `operations.json`.
struct OperationReference: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let operation: String
  let options: OperationOptions
  let inputs: [ReferenceTensor]
  let output: ReferenceTensor
  /// The gradients are those of the sum of the output times these.
  let weights: ReferenceTensor
  let gradients: [ReferenceTensor]

  var testDescription: String { name }

  static func load() throws -> [OperationReference] {
    struct Content: Decodable { let cases: [OperationReference] }
    return try PyTorchReference.load("operations", as: Content.self).cases
  }

  /// The operation itself.
  func callAsFunction(_ inputs: [Tensor]) throws -> Tensor {
    let function = try #require(OperationTable.functions[operation], "no operation \(operation) in the table")
    return try function(inputs, options)
  }
}

/// What an operation takes besides tensors; each uses a few.
struct OperationOptions: Decodable, Sendable {
  let axis: Int?
  let axes: [Int]?
  let keepsDimensions: Bool?
  let exponent: Float?
  let slope: Float?
  let shape: [Int]?
  let ranges: [[Int]]?
  let rows: [Int]?
  let places: [Int]?
}

extension Tensor {
  /// A tensor of reference numbers.
  init(_ reference: ReferenceTensor, requiresGradient: Bool = false) {
    self.init(
      TensorData(reference.values, shape: Shape(reference.shape)), requiresGradient: requiresGradient)
  }
}

/// Compares a tensor with a reference; see the comparison of numbers.
func expectClose(
  _ tensor: Tensor?, to reference: ReferenceTensor, tolerance: Float = 1e-5, _ what: String = "values",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let tensor = try #require(tensor, "no \(what)", sourceLocation: sourceLocation)
  expectClose(
    tensor.elements, shape: Array(tensor.shape), to: reference, tolerance: tolerance, what,
    sourceLocation: sourceLocation)
}
