import NeuralNetworks
import Tensors
import TestSupport
import Testing

@Suite struct `Clipping of gradients` {
  @Test(arguments: try OptimizerReference.load().clipping)
  func `agrees with PyTorch`(_ reference: OptimizerReference.Clipping) throws {
    let parameters = reference.gradients.map { gradient in
      let parameter = Parameter(TensorData(repeating: 0, shape: Shape(gradient.shape)))
      parameter.receive(TensorData(gradient))
      return parameter
    }
    let clipping: GradientClipping =
      reference.kind == "norm" ? .norm(reference.limit) : .value(reference.limit)
    let norm = clipping.clip(parameters + [Parameter(TensorData([0], shape: [1]))])
    if let expected = reference.norm { #expect(abs(norm - expected) <= 1e-5 * expected) }
    for (parameter, clipped) in zip(parameters, reference.clipped) {
      try expectClose(parameter.gradient?.data, to: clipped)
    }
  }

  @Test func `does not hide gradients that are not finite`() {
    let parameter = Parameter(TensorData([1, 1], shape: [2]))
    parameter.receive(TensorData([.nan, 1], shape: [2]))
    #expect(GradientClipping.norm(1).clip([parameter]).isNaN)
    #expect(parameter.gradient?.elements.allSatisfy(\.isNaN) == true)
  }
}
