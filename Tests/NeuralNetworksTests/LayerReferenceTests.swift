import NeuralNetworks
import Tensors
import TestSupport
import Testing

@Suite struct `Layers agree with PyTorch` {
  @Test(arguments: try LayerReference.load()) func `on`(_ reference: LayerReference) throws {
    let layer = try reference.make()
    let input = Tensor(TensorData(reference.input), requiresGradient: true)
    let output = layer(input)
    try expectClose(output.data, to: reference.output)
    output.backward(from: TensorData(reference.weights))
    try expectClose(input.gradient?.data, to: reference.inputGradient, "gradient of the input")
    #expect(layer.namedParameters.count == reference.parameterGradients.count)
    for (name, parameter) in layer.namedParameters {
      let gradient = try #require(reference.parameterGradients[name])
      try expectClose(parameter.gradient?.data, to: gradient, "gradient of \(name)")
    }
  }

  /// Slopes along random directions beside central differences, as for the operations of tensors.
  @Test(arguments: try LayerReference.load()) func `and with finite differences, on`(
    _ reference: LayerReference
  ) throws {
    let layer = try reference.make()
    let weights = TensorData(reference.weights)
    var random = SeededGenerator(seed: 5)
    // Numbers apart from one another and from 0 keep clear of kinks.
    let shape = Shape(reference.input.shape)
    var data = TensorData(
      (0..<shape.elementCount).shuffled(using: &random).map { rank in
        let size = 0.5 + 1.5 * Float(rank) / Float(shape.elementCount)
        return rank.isMultiple(of: 2) ? size : -size
      }, shape: shape)
    let input = Tensor(data, requiresGradient: true)
    layer(input).backward(from: weights)
    let value = { () -> Double in
      let output = withoutGradients { layer(Tensor(data)) }
      return zip(output.elements, weights.elements).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let step: Float = 0x1p-7
    for _ in 0..<3 {
      let direction = signs(shape, &random)
      let start = data
      data.addScaled(direction, by: step)
      let above = value()
      data.addScaled(direction, by: -2 * step)
      let below = value()
      data = start
      try expectSlope(Float(above - below) / (2 * step), of: input.gradient?.data, along: direction)
      for parameter in layer.parameters {
        let direction = signs(parameter.shape, &random)
        let start = parameter.wrappedValue.data
        parameter.update { $0.addScaled(direction, by: step) }
        let above = value()
        parameter.update { $0.addScaled(direction, by: -2 * step) }
        let below = value()
        parameter.update { $0 = start }
        try expectSlope(Float(above - below) / (2 * step), of: parameter.gradient?.data, along: direction)
      }
    }
  }

  private func signs(_ shape: Shape, _ random: inout SeededGenerator) -> TensorData {
    TensorData((0..<shape.elementCount).map { _ in Bool.random(using: &random) ? 1 : -1 }, shape: shape)
  }

  private func expectSlope(_ slope: Float, of gradient: TensorData?, along direction: TensorData) throws {
    let gradient = try #require(gradient)
    let own = zip(gradient.elements, direction.elements).reduce(0) { $0 + $1.0 * $1.1 }
    let size = gradient.elements.reduce(0) { $0 + $1.magnitude }
    #expect(abs(own - slope) <= 1e-3 * size + 1e-3, "\(own), by differences \(slope)")
  }
}
