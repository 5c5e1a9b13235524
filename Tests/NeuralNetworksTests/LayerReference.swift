import NeuralNetworks
import Tensors
import TestSupport
import Testing

/// One measurement of a layer in `layers.json`.
struct LayerReference: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let layer: String
  let options: LayerOptions
  let parameters: [String: ReferenceTensor]
  let input: ReferenceTensor
  let output: ReferenceTensor
  /// The gradients are those of the sum of the output times these.
  let weights: ReferenceTensor
  let inputGradient: ReferenceTensor
  let parameterGradients: [String: ReferenceTensor]

  var testDescription: String { name }

  static func load() throws -> [LayerReference] {
    struct Content: Decodable { let cases: [LayerReference] }
    return try PyTorchReference.load("layers", as: Content.self).cases
  }

  /// The layer with the parameters of the reference.
  func make() throws -> any Module {
    let make = try #require(LayerTable.makers[layer], "no layer \(layer) in the table")
    let module = try make(options)
    try module.load(ModuleState(tensors: parameters.mapValues(TensorData.init)))
    return module
  }
}

/// What a layer is made with; each uses a few.
struct LayerOptions: Decodable, Sendable {
  let inputs: Int?
  let outputs: Int?
  let inputChannels: Int?
  let outputChannels: Int?
  let kernel: [Int]?
  let stride: [Int]?
  let padding: [Int]?
  let bias: Bool?
  let shape: [Int]?
  let features: Int?
  let epsilon: Float?
  let momentum: Float?
  let affine: Bool?
  let slope: Float?
  let axis: Int?
}

/// The layers by the names that the reference files give them.
enum LayerTable {
  static let makers: [String: @Sendable (LayerOptions) throws -> any Module] = [
    "Linear": { options in
      var random = RandomSource(seed: 1)
      return try Linear(
        inputs: #require(options.inputs), outputs: #require(options.outputs), bias: options.bias != false,
        using: &random)
    },
    "Conv2d": { options in
      var random = RandomSource(seed: 1)
      return try Conv2d(
        inputChannels: #require(options.inputChannels), outputChannels: #require(options.outputChannels),
        kernel: #require(extent(options.kernel)), stride: extent(options.stride) ?? 1,
        padding: extent(options.padding) ?? 0, bias: options.bias != false, using: &random)
    },
    "MaxPool2d": { options in
      try MaxPool2d(
        kernel: #require(extent(options.kernel)), stride: extent(options.stride),
        padding: extent(options.padding) ?? 0)
    },
    "BatchNorm1d": { options in
      try BatchNorm1d(
        features: #require(options.features), epsilon: options.epsilon ?? 1e-5,
        momentum: options.momentum ?? 0.1, affine: options.affine != false)
    },
    "BatchNorm2d": { options in
      try BatchNorm2d(
        features: #require(options.features), epsilon: options.epsilon ?? 1e-5,
        momentum: options.momentum ?? 0.1, affine: options.affine != false)
    },
    "LayerNorm": { options in
      try LayerNorm(
        Shape(#require(options.shape)), epsilon: #require(options.epsilon), affine: options.affine != false)
    },
    "Flatten": { _ in Flatten() },
    "ReLU": { _ in ReLU() },
    "LeakyReLU": { options in LeakyReLU(slope: try #require(options.slope)) },
    "GELU": { _ in GELU() },
    "Tanh": { _ in Tanh() },
    "Sigmoid": { _ in Sigmoid() },
    "Softmax": { options in Softmax(along: try #require(options.axis)) },
    "LogSoftmax": { options in LogSoftmax(along: try #require(options.axis)) },
  ]

  private static func extent(_ numbers: [Int]?) -> Extent2d? {
    numbers.map { Extent2d(height: $0[0], width: $0[1]) }
  }
}
