import NeuralNetworks
import Tensors
import TestSupport
import Testing

extension TensorData {
  init(_ reference: ReferenceTensor) {
    self.init(reference.values, shape: Shape(reference.shape))
  }
}

/// Compares data with a reference; see the comparison of numbers.
func expectClose(
  _ data: TensorData?, to reference: ReferenceTensor, tolerance: Float = 1e-5, _ what: String = "values",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let data = try #require(data, "no \(what)", sourceLocation: sourceLocation)
  expectClose(
    data.elements, shape: Array(data.shape), to: reference, tolerance: tolerance, what,
    sourceLocation: sourceLocation)
}
