import NeuralNetworks
import Tensors
import TestSupport
import Testing

/// One measurement of a loss in `losses.json`.
struct LossReference: Decodable, Sendable, CustomTestStringConvertible {
  struct Options: Decodable, Sendable {
    let reduction: String
    let classWeights: ReferenceTensor?
    let labelSmoothing: Float?
    let positiveWeight: ReferenceTensor?
  }
  let name: String
  let loss: String
  let options: Options
  let input: ReferenceTensor
  /// The targets, as numbers or as classes.
  let targets: ReferenceTensor?
  let classes: [Int]?
  let output: ReferenceTensor
  let gradient: ReferenceTensor
  var testDescription: String { name }

  static func load() throws -> [LossReference] {
    struct Content: Decodable { let cases: [LossReference] }
    return try PyTorchReference.load("losses", as: Content.self).cases
  }

  func make() throws -> any Loss {
    let reduction: Reduction = options.reduction == "sum" ? .sum : .mean
    switch loss {
    case "MSE": return MSELoss(reduction: reduction)
    case "L1": return L1Loss(reduction: reduction)
    case "BCE": return BCELoss(reduction: reduction)
    case "BCEWithLogits":
      return BCEWithLogitsLoss(positiveWeights: options.positiveWeight?.values, reduction: reduction)
    case "NLL": return NLLLoss(classWeights: options.classWeights?.values, reduction: reduction)
    case "CrossEntropy":
      return CrossEntropyLoss(
        classWeights: options.classWeights?.values, labelSmoothing: options.labelSmoothing ?? 0,
        reduction: reduction)
    default: throw OptimizerTable.UnknownName(name: loss)
    }
  }

  var target: Tensor {
    if let targets { return Tensor(TensorData(targets)) }
    return Tensor((classes ?? []).map(Float.init))
  }
}

@Suite struct `Losses agree with PyTorch` {
  @Test(arguments: try LossReference.load()) func `on`(_ reference: LossReference) throws {
    let loss = try reference.make()
    let input = Tensor(TensorData(reference.input), requiresGradient: true)
    let value = try loss(input, reference.target)
    try expectClose(value.data, to: reference.output)
    (value * 3).backward()
    let gradient = try #require(input.gradient) / 3
    try expectClose(gradient.data, to: reference.gradient, "gradient")
  }
}
