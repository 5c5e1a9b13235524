import NeuralNetworks
import Tensors
import TestSupport
import Testing

/// A whole training run in `runs.json`, made anew from its seed; `pytorch_cases/runs.py` says how.
struct RunReference: Decodable, Sendable, CustomTestStringConvertible {
  struct Layer: Sendable, Decodable {
    let name: String
    let scale: Float?
    let options: LayerOptions

    private enum Key: String, CodingKey { case layer, scale }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      name = try container.decode(String.self, forKey: .layer)
      scale = try container.decodeIfPresent(Float.self, forKey: .scale)
      options = try LayerOptions(from: decoder)
    }
  }
  struct NamedOptimizer: Sendable, Decodable {
    let name: String
    let options: OptimizerReference.Options

    private enum Key: CodingKey { case name }

    init(from decoder: any Decoder) throws {
      name = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .name)
      options = try OptimizerReference.Options(from: decoder)
    }
  }

  let name: String
  let seed: UInt32
  let data: String
  let samples: Int
  let batch: Int
  let model: [Layer]
  let loss: String
  let optimizer: NamedOptimizer
  let losses: ReferenceTensor
  /// The largest relative distance between PyTorch's losses in single and in double precision.
  let rounding: Float
  var testDescription: String { name }

  static func load() throws -> [RunReference] {
    struct Content: Decodable { let runs: [RunReference] }
    return try PyTorchReference.load("runs", as: Content.self).runs
  }

  func makeModel(_ numbers: inout ReferenceNumbers) throws -> Sequential {
    var layers: [any Module] = []
    for layer in model {
      let make = try #require(LayerTable.makers[layer.name])
      let module = try make(layer.options)
      if let scale = layer.scale {
        for parameter in module.parameters {
          parameter.wrappedValue = Tensor(numbers.tensor(parameter.shape, scale: scale))
        }
      }
      layers.append(module)
    }
    return Sequential(layers)
  }
}

/// The numbers of `pytorch_cases/numbers.py`: a linear congruential generator (Knuth and Lewis).
struct ReferenceNumbers {
  private var state: UInt32

  init(seed: UInt32) {
    state = seed
  }

  mutating func tensor(_ shape: Shape, scale: Float = 1) -> TensorData {
    var numbers: [Float] = []
    for _ in 0..<shape.elementCount {
      state = 1_664_525 &* state &+ 1_013_904_223
      numbers.append((Float(state >> 8) * 0x1p-23 - 1) * scale)
    }
    return TensorData(numbers, shape: shape)
  }
}

/// The data sets of `pytorch_cases/runs.py`.
enum ReferenceData {
  static let makers:
    [String:
      @Sendable (_ numbers: inout ReferenceNumbers, _ count: Int) -> (
        inputs: TensorData, targets: TensorData
      )] = ["largest": largest, "product": product, "stripes": stripes]

  @Sendable private static func largest(_ numbers: inout ReferenceNumbers, _ count: Int) -> (
    inputs: TensorData, targets: TensorData
  ) {
    let inputs = numbers.tensor([count, 16])
    let targets = Tensor(inputs)[0..., 0..<10].argmax(along: 1).map(Float.init)
    return (inputs, TensorData(targets, shape: [count]))
  }

  @Sendable private static func product(_ numbers: inout ReferenceNumbers, _ count: Int) -> (
    inputs: TensorData, targets: TensorData
  ) {
    let inputs = numbers.tensor([count, 4])
    let x = inputs.elements
    let targets = stride(from: 0, to: x.count, by: 4).map { row -> Float in
      let product = x[row] * x[row + 1]
      return product - x[row + 2] * 0.5
    }
    return (inputs, TensorData(targets, shape: [count, 1]))
  }

  @Sendable private static func stripes(_ numbers: inout ReferenceNumbers, _ count: Int) -> (
    inputs: TensorData, targets: TensorData
  ) {
    var inputs = numbers.tensor([count, 1, 8, 8])
    inputs.withMutableElements { elements in
      for image in 0..<count {
        let first = image * 64 + image % 4 * 16
        for i in first..<(first + 16) { elements[i] += 0.5 }
      }
    }
    return (inputs, TensorData((0..<count).map { Float($0 % 4) }, shape: [count]))
  }
}
