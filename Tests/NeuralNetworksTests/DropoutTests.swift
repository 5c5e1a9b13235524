import NeuralNetworks
import Tensors
import Testing

@Suite struct `Dropping of numbers` {
  private func layer(_ probability: Float, seed: UInt64 = 1) -> Dropout {
    var random = RandomSource(seed: seed)
    return Dropout(probability, using: &random)
  }

  @Test(arguments: [0.1, 0.5, 0.9] as [Float]) func `keeps the expectation`(_ probability: Float) {
    let count = 40_000
    let output = layer(probability)(.ones([count])).elements
    let dropped = output.count { $0 == 0 }
    // Five standard deviations of a binomial count.
    let spread = 5 * (Float(count) * probability * (1 - probability)).squareRoot()
    #expect(abs(Float(dropped) - Float(count) * probability) <= spread)
    #expect(output.allSatisfy { $0 == 0 || abs($0 - 1 / (1 - probability)) < 1e-6 })
  }

  @Test func `passes gradients where it passed numbers`() throws {
    let input = Tensor(repeating: 3, shape: [200], requiresGradient: true)
    let output = layer(0.5)(input)
    output.sum().backward()
    let gradient = try #require(input.gradient).elements
    #expect(zip(output.elements, gradient).allSatisfy { $0 == 3 * $1 })
    #expect(Set(gradient) == [0, 2])
  }

  @Test func `lets everything pass in evaluation, and with probability 0`() {
    let input = Tensor([1, -2, 3])
    let evaluated = layer(0.9)
    evaluated.setMode(.evaluation)
    #expect(evaluated(input).data == input.data)
    #expect(layer(0)(input).data == input.data)
    #expect(layer(1)(input).elements == [0, 0, 0])
  }

  @Test func `drops the same from the same seed, and other numbers each time`() {
    let input = Tensor.ones([64])
    let (one, other) = (layer(0.5), layer(0.5))
    let first = one(input)
    #expect(first.data == other(input).data)
    #expect(first.data != one(input).data)
    #expect(first.data != layer(0.5, seed: 2)(input).data)
  }

  @Test func `two layers from one source differ`() {
    var random = RandomSource(seed: 1)
    let (one, other) = (Dropout(0.5, using: &random), Dropout(0.5, using: &random))
    #expect(one(.ones([64])).data != other(.ones([64])).data)
  }

  @Test func `goes on from the network's state`() throws {
    let model = Sequential { layer(0.5) }
    _ = model(.ones([10]))
    let state = model.state
    let expected = model(.ones([64]))
    let resumed = Sequential { layer(0.5, seed: 99) }
    try resumed.load(state)
    #expect(resumed(.ones([64])).data == expected.data)
  }

  @Test func `follows the mode of the network around it`() {
    let model = Sequential { Sequential { layer(0.5) } }
    model.setMode(.evaluation)
    #expect(model(.ones([50])).elements.allSatisfy { $0 == 1 })
    model.setMode(.training)
    #expect(model(.ones([50])).elements.contains(0))
  }
}
