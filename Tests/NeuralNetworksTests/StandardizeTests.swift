import NeuralNetworks
import Tensors
import Testing

@Suite struct StandardizeTests {
  private let mean = TensorData([10, -2], shape: [2])
  private let deviation = TensorData([5, 0.5], shape: [2])

  @Test func `each feature loses its mean and is divided by its deviation`() {
    let layer = Standardize(mean: mean, deviation: deviation)
    let output = layer(Tensor([[10, -2], [20, -1]]))
    #expect(output.elements == [0, 0, 2, 2])
    #expect(Unstandardize(mean: mean, deviation: deviation)(output).elements == [10, -2, 20, -1])
  }

  @Test func `both numbers are kept with the weights, and not trained`() throws {
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Standardize(mean: mean, deviation: deviation)
      Linear(inputs: 2, outputs: 1, using: &random)
    }
    #expect(model.state.tensors.keys.sorted() == ["0.deviation", "0.mean", "1.bias", "1.weight"])
    #expect(model.parameters.count == 2)
    let other = Standardize(
      mean: TensorData([0, 0], shape: [2]), deviation: TensorData([1, 1], shape: [2]))
    try other.load(Standardize(mean: mean, deviation: deviation).state)
    #expect(other.mean.elements == [10, -2])
  }

  @Test func `a loss in units is that of what is divided by them`() throws {
    let target = Tensor([[110, 3], [90, 5]])
    let output = Tensor([[100, 4], [100, 4]], requiresGradient: true)
    let loss = try MSELoss(units: [10, 0.5])(output, target)
    #expect(loss.item == 2.5)
    loss.backward()
    // 2 (x - t) / u² / 4
    #expect(output.gradient?.elements == [-0.05, 2, 0.05, -2])
  }

  @Test func `a unit for each output is needed`() {
    let error = #expect(throws: LossError.self) {
      try MSELoss(units: [1, 2, 3])(Tensor([[1, 2]]), Tensor([[1, 2]]))
    }
    #expect(error?.message == "3 units for an output of shape [1, 2]; expected one for each output")
  }
}
