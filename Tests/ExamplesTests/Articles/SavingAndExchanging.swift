import ATMLTrain
import Foundation
import TestSupport
import Testing

/// The code of the article of that name.
@Suite struct SavingAndExchanging {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path }

  init() throws {
    scratch = try ScratchFolder()
  }

  private func classifier(seed: UInt64) -> Sequential {
    var random = RandomSource(seed: seed)
    return Sequential {
      Linear(inputs: 2, outputs: 8, using: &random)
      ReLU()
      Dropout(0.2, using: &random)
      Linear(inputs: 8, outputs: 2, using: &random)
    }
  }

  private func trainer(seed: UInt64 = 1) -> Trainer {
    let model = classifier(seed: seed)
    return Trainer(
      model, loss: CrossEntropyLoss(),
      optimizer: SGD(model.parameters, learningRate: 0.1, momentum: 0.9))
  }

  private func loader() -> DataLoader<TensorDataset> {
    var random = RandomSource(seed: 5)
    let inputs = Tensor.normal([64, 2], using: &random)
    let classes = inputs[0..., 0].elements.map { Float($0 > 0 ? 1 : 0) }
    return DataLoader(TensorDataset(inputs: inputs, targets: Tensor(classes)), batchSize: 16, shuffleSeed: 1)
  }

  @Test func `weights are written and read back`() throws {
    let model = classifier(seed: 1)
    let other = classifier(seed: 2)
    let state = model.state  // a value: training on changes the model and not the state
    try state.write(to: "\(folder)/model.safetensors")
    try other.load(ModuleState(contentsOf: "\(folder)/model.safetensors"))
    #expect(other.state == model.state)

    var random = RandomSource(seed: 3)
    let narrow = Linear(inputs: 2, outputs: 8, bias: false, using: &random)
    do {
      try narrow.load(state)
    } catch {
      print(error)  // the weights do not fit the model: missing: weight; not in the model: 0.bias, ...
    }
    let error = #expect(throws: ModuleStateError.self) { try narrow.load(state) }
    #expect(error?.description.contains("missing: weight; not in the model: 0.bias, 0.weight, ") == true)
  }

  @Test func `a part of a network is taken over`() throws {
    var random = RandomSource(seed: 4)
    let pretrained = classifier(seed: 1).state
    let model = Sequential {
      Linear(inputs: 2, outputs: 8, using: &random)
      ReLU()
      Linear(inputs: 8, outputs: 5, using: &random)
    }
    var state = model.state
    for (name, numbers) in pretrained.tensors where name.hasPrefix("0.") { state.tensors[name] = numbers }
    try model.load(state)
    for parameter in model.layers[0].parameters { parameter.isTrained = false }
    let last = model.state.tensors["2.weight"]
    #expect(model.state.tensors["0.weight"] == pretrained.tensors["0.weight"])

    let optimizer = SGD(model.parameters, learningRate: 1)
    try CrossEntropyLoss()(model(.ones([4, 2])), Tensor([0, 1, 2, 3])).backward()
    optimizer.step()
    #expect(model.state.tensors["0.weight"] == pretrained.tensors["0.weight"])
    #expect(model.state.tensors["2.weight"] != last)
  }

  @Test func `weights that Python wrote are read`() throws {
    var random = RandomSource(seed: 1)
    let model = Sequential { Linear(inputs: 2, outputs: 3, using: &random) }
    try model.load(ModuleState(contentsOf: Fixtures.path("arrays/safetensors/linear.safetensors")))
    #expect(model.namedParameters.map(\.name) == ["0.weight", "0.bias"])
  }

  @Test func `a run that was broken off goes on to the same numbers`() throws {
    let unbroken = try trainer().fit(loader(), epochs: 6)

    let path = "\(folder)/run.safetensors"
    _ = try trainer().fit(
      loader(), epochs: 3, options: FitOptions(record: "\(folder)/run.csv"), callbacks: [.checkpoints(path)])
    let resumed = try trainer().fit(
      loader(), epochs: 6,
      options: FitOptions(record: "\(folder)/run.csv", resumingFrom: try Checkpoint(contentsOf: path)))
    #expect(resumed.first(.loss, .training)?.values == unbroken.first(.loss, .training)?.values)

    let checkpoint = try Checkpoint(contentsOf: path)
    print(checkpoint.history.count)  // 3
    let model = classifier(seed: 1)
    if let best = checkpoint.best { try model.load(best.state) }
    #expect(checkpoint.history.count == 3)
    #expect(checkpoint.best.map { model.state == $0.state } == true)
  }
}
