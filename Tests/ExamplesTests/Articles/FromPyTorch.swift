import ATMLTrain
import Testing

/// The code of the article of that name.
@Suite struct FromPyTorch {
  private let batches = [
    Batch(inputs: TensorData(repeating: 1, shape: [4, 2]), targets: TensorData([0, 1, 0, 1], shape: [4]))
  ]

  @Test func `the loop that everyone knows`() throws {
    var random = RandomSource(seed: 1)
    let model = Linear(inputs: 2, outputs: 2, using: &random)
    let before = model.state
    let criterion = CrossEntropyLoss()
    let optimizer = SGD(model.parameters, learningRate: 0.01, momentum: 0.9)
    for batch in batches {
      optimizer.zeroGradients()
      let loss = try criterion(model(batch.inputs), batch.targets)
      loss.backward()
      optimizer.step()
    }
    #expect(model.state != before)
  }

  /// Every expression of the dictionary's second column that is more than a name.
  @Test func `the words of the dictionary`() throws {
    var random = RandomSource(seed: 1)
    let x = Tensor([[1, 2], [3, 4]], requiresGradient: true)
    let y = Tensor([[5, 6], [7, 8]])
    #expect(Tensor.zeros([2, 3]).shape == [2, 3] && Tensor.ones([2]).elements == [1, 1])
    #expect(Tensor.normal([2, 3], using: &random).shape == Tensor.uniform([2, 3], using: &random).shape)
    #expect(x.matmul(y).elements == [19, 22, 43, 50])
    #expect(x.reshaped(to: [4, -1]).shape == [4, 1] && x.flattened(from: 0).shape == [4])
    #expect(x.transposed().elements == [1, 3, 2, 4] && x.permuted([1, 0]).shape == [2, 2])
    #expect(x.expanded(at: 0).shape == [1, 2, 2] && x.expanded(at: 0).squeezed().shape == [2, 2])
    #expect(x.sum(along: 1, keepingDimensions: true).shape == [2, 1])
    #expect(x.max(along: 1).elements == [2, 4] && x.argmax(along: 1) == [1, 1])
    #expect(Tensor.concatenate([x, y], along: 0).shape == [4, 2])
    #expect(Tensor.stack([x, y]).shape == [2, 2, 2])
    #expect(x[0..., 1].elements == [2, 4] && x[-1].elements == [3, 4])
    #expect(x.detached.requiresGradient == false && x.sum().item == 10)
    #expect(x.elements == [1, 2, 3, 4])
    let model = Sequential {
      Linear(inputs: 2, outputs: 4, using: &random)
      Dropout(0.5, using: &random)
    }
    model.setMode(.evaluation)
    #expect(model.parameters.count == 2 && model.namedParameters[0].name == "0.weight")
    try model.load(model.state)
    #expect(GradientClipping.norm(1).clip(model.parameters) == 0)
    _ = try CrossEntropyLoss(classWeights: [1, 2], labelSmoothing: 0.1)(x, Tensor([0, 1]))
    let schedules: [any Schedule] = [
      .step(epochs: 10, factor: 0.1), .cosine(epochs: 30), .onPlateau(patience: 5),
      .warmUp(epochs: 3, then: .constant),
    ]
    #expect(schedules.allSatisfy { $0.learningRate(at: 0, from: 1) > 0 })
    _ = SGD(model.parameters, learningRate: 0.1, momentum: 0.9, weightDecay: 1e-4, nesterov: true)
    _ = Adam(model.parameters, learningRate: 0.001, betas: (0.9, 0.999))
    _ = AdamW(model.parameters, learningRate: 0.001, weightDecay: 0.01)
  }
}
