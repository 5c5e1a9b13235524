import NeuralNetworks
import Tensors
import TestSupport
import Testing

/// The measurements in `optimizers.json`.
struct OptimizerReference: Decodable, Sendable {
  struct Options: Decodable, Sendable {
    let learningRate: Float
    let momentum: Float?
    let nesterov: Bool?
    let weightDecay: Float?
    let betas: [Float]?
    let epsilon: Float?
  }
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let optimizer: String
    let options: Options
    /// A row of parameters after each step.
    let parameters: ReferenceTensor
    var testDescription: String { name }

    func make(_ parameters: [Parameter]) throws -> any Optimizer {
      try OptimizerTable.make(optimizer, parameters, options)
    }
  }
  struct Clipping: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let kind: String
    let limit: Float
    let norm: Float?
    let gradients: [ReferenceTensor]
    let clipped: [ReferenceTensor]
    var testDescription: String { name }
  }

  let start: ReferenceTensor
  /// A row of gradients for each step.
  let gradients: ReferenceTensor
  let cases: [Case]
  let clipping: [Clipping]

  static func load() throws -> OptimizerReference {
    try PyTorchReference.load("optimizers", as: OptimizerReference.self)
  }
}

/// The optimisers by the names of the reference files.
enum OptimizerTable {
  static func make(
    _ name: String, _ parameters: [Parameter], _ options: OptimizerReference.Options
  ) throws -> any Optimizer {
    let betas = options.betas.map { ($0[0], $0[1]) } ?? (0.9, 0.999)
    let epsilon = options.epsilon ?? 1e-8
    return switch name {
    case "SGD":
      SGD(
        parameters, learningRate: options.learningRate, momentum: options.momentum ?? 0,
        weightDecay: options.weightDecay ?? 0, nesterov: options.nesterov ?? false)
    case "Adam":
      Adam(
        parameters, learningRate: options.learningRate, betas: betas, epsilon: epsilon,
        weightDecay: options.weightDecay ?? 0)
    case "AdamW":
      AdamW(
        parameters, learningRate: options.learningRate, betas: betas, epsilon: epsilon,
        weightDecay: options.weightDecay ?? 0.01)
    default: throw UnknownName(name: name)
    }
  }

  struct UnknownName: Error {
    let name: String
  }
}

extension Parameter {
  /// Gives the parameter a gradient of exactly these numbers.
  func receive(_ gradient: TensorData) {
    zeroGradient()
    (wrappedValue * Tensor(gradient)).sum().backward()
  }
}
