import Tensors
import TestSupport
import Testing

@Suite struct `Operations agree with PyTorch` {
  @Test(arguments: try OperationReference.load()) func `on`(_ reference: OperationReference) throws {
    let inputs = reference.inputs.map { Tensor($0, requiresGradient: true) }
    let output = try reference(inputs)
    try expectClose(output, to: reference.output)
    output.backward(from: Tensor(reference.weights).data)
    for (place, (input, gradient)) in zip(inputs, reference.gradients).enumerated() {
      try expectClose(input.gradient, to: gradient, "gradient of input \(place)")
    }
  }

  @Test func `all of them`() throws {
    let measured = Set(try OperationReference.load().map(\.operation))
    #expect(Set(OperationTable.functions.keys) == measured)
  }
}
