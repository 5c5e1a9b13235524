import NeuralNetworks
import Tensors
import Testing

/// A model with parts in every place where parts may stand.
private final class Network: Module {
  let input: Linear
  let blocks: [Linear]
  let optional: Linear?
  let missing: Linear?
  let tied: Linear
  @Parameter var scale: Tensor
  @Buffer var runningMean: Tensor
  let width = 3

  init() {
    var random = RandomSource(seed: 1)
    input = Linear(inputs: 2, outputs: 3, using: &random)
    blocks = (0..<2).map { _ in Linear(inputs: 3, outputs: 3, bias: false, using: &random) }
    optional = Linear(inputs: 3, outputs: 3, bias: false, using: &random)
    missing = nil
    tied = input
    _scale = Parameter(TensorData([2], shape: []))
    _runningMean = Buffer(wrappedValue: .zeros([3]))
  }

  func forward(_ input: Tensor) -> Tensor {
    blocks.reduce(self.input(input)) { $1($0) } * scale
  }
}

/// A model with parts in a dictionary.
private final class Heads: Module {
  let heads: [String: Linear]

  init() {
    var random = RandomSource(seed: 1)
    heads = [
      "dog": Linear(inputs: 2, outputs: 1, using: &random),
      "cat": Linear(inputs: 2, outputs: 3, bias: false, using: &random),
    ]
  }

  func forward(_ input: Tensor) -> Tensor {
    Tensor.concatenate(heads.sorted { $0.key < $1.key }.map { $0.value(input) }, along: 1)
  }
}

@Suite struct `Modules` {
  @Test func `find parameters in a dictionary, in the order of its keys`() {
    let names = Heads().namedParameters.map(\.name)
    #expect(names == ["heads.cat.weight", "heads.dog.weight", "heads.dog.bias"])
    #expect(Heads().parameterCount == 2 * 3 + 2 + 1)
  }

  @Test func `say what they are made of when they are printed`() {
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Conv2d(inputChannels: 3, outputChannels: 8, kernel: 3, padding: 1, bias: false, using: &random)
      BatchNorm2d(features: 8)
      Sequential {
        LeakyReLU(slope: 0.2)
        MaxPool2d(kernel: 2)
      }
      Flatten()
      Dropout(0.25, using: &random)
      Heads()
    }
    #expect(
      "\(model)" == """
        Sequential(
          0: Conv2d(inputChannels: 3, outputChannels: 8, kernel: 3 x 3, padding: 1 x 1, bias: false)
          1: BatchNorm2d(features: 8)
          2: Sequential(
            0: LeakyReLU(slope: 0.2)
            1: MaxPool2d(kernel: 2 x 2)
          )
          3: Flatten()
          4: Dropout(0.25)
          5: Heads(
            heads.cat: Linear(inputs: 2, outputs: 3, bias: false)
            heads.dog: Linear(inputs: 2, outputs: 1)
          )
        )
        """)
  }

  @Test func `find their parameters, each once, with the path to it`() {
    let names = Network().namedParameters.map(\.name)
    #expect(
      names == [
        "input.weight", "input.bias", "blocks.0.weight", "blocks.1.weight", "optional.weight", "scale",
      ])
  }

  @Test func `count the numbers they train`() {
    #expect(Network().parameterCount == 2 * 3 + 3 + 3 * 9 + 1)
  }

  @Test func `name the parts of a sequence by their places`() {
    var random = RandomSource(seed: 1)
    let model = Sequential {
      Flatten()
      Linear(inputs: 4, outputs: 3, using: &random)
      if random.next() == 0 { ReLU() }
      for _ in 0..<2 { Linear(inputs: 3, outputs: 3, bias: false, using: &random) }
    }
    #expect(model.namedParameters.map(\.name) == ["1.weight", "1.bias", "2.weight", "3.weight"])
    #expect(model(.ones([5, 2, 2])).shape == [5, 3])
  }

  @Test func `restore a state exactly, and are not changed through it`() throws {
    let (one, other) = (Network(), Network())
    one.scale = Tensor(5)
    let state = one.state
    one.scale = Tensor(7)
    try other.load(state)
    #expect(other.scale.item == 5)
    #expect(other.state == state)
    #expect(state != one.state)
  }

  @Test func `refuse a state that does not fit, with every reason, and stay as they are`() throws {
    let model = Network()
    let before = model.state
    var state = model.state
    state.tensors["scale"] = TensorData([1], shape: [])
    state.tensors["input.bias"] = TensorData([1, 2], shape: [2])
    state.tensors["blocks.0.weight"] = nil
    state.tensors["extra"] = TensorData([0], shape: [])
    let error = #expect(throws: ModuleStateError.self) { try model.load(state) }
    #expect(error?.missing == ["blocks.0.weight"])
    #expect(error?.unexpected == ["extra"])
    #expect(error?.mismatched.map(\.name) == ["input.bias"])
    let message = error?.description ?? ""
    #expect(message.contains("input.bias has shape [2], the model's has [3]"))
    #expect(model.state == before)
  }

  @Test func `do not train what is frozen`() throws {
    let model = Network()
    model.input.$weight.isTrained = false
    model(.ones([1, 2])).sum().backward()
    #expect(model.input.$weight.gradient == nil)
    #expect(model.input.bias?.gradient != nil)
  }

  @Test func `reach every part when the mode changes`() {
    let norm = BatchNorm1d(features: 3)
    let model = Sequential { Sequential { norm } }
    let start = norm.runningMean
    model.setMode(.evaluation)
    _ = model(.ones([4, 3]))
    #expect(norm.runningMean.data == start.data)
    model.setMode(.training)
    _ = model(.ones([4, 3]))
    #expect(norm.runningMean.data != start.data)
  }
}
