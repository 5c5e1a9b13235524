import NeuralNetworks
import Tensors
import TestSupport
import Testing

@Suite struct `Batch normalisation` {
  struct Reference: Decodable, Sendable, CustomTestStringConvertible {
    struct Step: Decodable, Sendable {
      let input: ReferenceTensor
      let output: ReferenceTensor
      let weights: ReferenceTensor
      let inputGradient: ReferenceTensor
      let parameterGradients: [String: ReferenceTensor]
      let runningMean: ReferenceTensor
      let runningVariance: ReferenceTensor
    }
    let name: String
    let layer: String
    let options: LayerOptions
    let parameters: [String: ReferenceTensor]
    let training: [Step]
    let evaluation: Step
    var testDescription: String { name }

    static func load() throws -> [Reference] {
      struct Content: Decodable { let batchNormalizations: [Reference] }
      return try PyTorchReference.load("layers", as: Content.self).batchNormalizations
    }

    func make() throws -> BatchNorm {
      let make = try #require(LayerTable.makers[layer])
      let layer = try #require(try make(options) as? BatchNorm)
      layer.weight?.update { values in parameters["weight"].map { values = TensorData($0) } }
      layer.bias?.update { values in parameters["bias"].map { values = TensorData($0) } }
      return layer
    }
  }

  @Test(arguments: try Reference.load()) func `agrees with PyTorch on`(_ reference: Reference) throws {
    let layer = try reference.make()
    for step in reference.training { try expectSame(layer, step) }
    layer.setMode(.evaluation)
    try expectSame(layer, reference.evaluation)
    #expect(layer.batchCount.item == Float(reference.training.count))
  }

  private func expectSame(_ layer: BatchNorm, _ step: Reference.Step) throws {
    for parameter in layer.parameters { parameter.zeroGradient() }
    let input = Tensor(TensorData(step.input), requiresGradient: true)
    let output = layer(input)
    try expectClose(output.data, to: step.output)
    output.backward(from: TensorData(step.weights))
    try expectClose(input.gradient?.data, to: step.inputGradient, "gradient of the input")
    for (name, parameter) in layer.namedParameters {
      let gradient = try #require(step.parameterGradients[name])
      try expectClose(parameter.gradient?.data, to: gradient, "gradient of \(name)")
    }
    try expectClose(layer.runningMean.data, to: step.runningMean, "running mean")
    try expectClose(layer.runningVariance.data, to: step.runningVariance, "running variance")
  }

  @Test func `has the names of PyTorch in its state`() {
    let names = BatchNorm1d(features: 2).state.tensors.keys.sorted()
    #expect(names == ["bias", "num_batches_tracked", "running_mean", "running_var", "weight"])
    let plain = BatchNorm1d(features: 2, affine: false).state.tensors.keys.sorted()
    #expect(plain == ["num_batches_tracked", "running_mean", "running_var"])
  }

  @Test func `goes on from its state`() throws {
    var random = RandomSource(seed: 2)
    let batches = (0..<4).map { _ in Tensor.normal([6, 3], using: &random) }
    let unbroken = BatchNorm1d(features: 3)
    for batch in batches[..<2] { _ = unbroken(batch) }
    let resumed = BatchNorm1d(features: 3)
    try resumed.load(unbroken.state)
    for batch in batches[2...] { #expect(resumed(batch).data == unbroken(batch).data) }
    #expect(resumed.state == unbroken.state)
  }

  @Test func `does not change its statistics in evaluation`() {
    var random = RandomSource(seed: 3)
    let layer = BatchNorm1d(features: 3)
    let before = layer.state
    layer.setMode(.evaluation)
    _ = layer(.normal([1, 3], using: &random))
    #expect(layer.state == before)
  }

  @Test func `refuses inputs with other axes than it is for`() async {
    let rows = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BatchNorm1d(features: 3)(.zeros([2, 3, 4, 4]))
    }
    let messageOfRows = String(decoding: rows?.standardErrorContent ?? [], as: UTF8.self)
    #expect(messageOfRows.contains("expected [batch, 3] or [batch, 3, length]"))
    let images = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BatchNorm2d(features: 3)(.zeros([2, 3]))
    }
    let messageOfImages = String(decoding: images?.standardErrorContent ?? [], as: UTF8.self)
    #expect(messageOfImages.contains("expected [batch, 3, height, width]"))
  }

  @Test func `refuses to train on one sample`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BatchNorm1d(features: 3)(.zeros([1, 3]))
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("use a larger batch size, or drop the last, incomplete batch"))
  }
}
