import Tensors

/// Samples laid on one another, for one step of training.
public struct Batch: Sendable {
  /// `[batch, ...]`
  public let inputData: TensorData
  /// `[batch]` with the numbers of classes, or `[batch, ...]` with values.
  public let targetData: TensorData

  /// - Precondition: as many inputs as targets.
  public init(inputs: TensorData, targets: TensorData) {
    require(
      inputs.shape.rank > 0 && targets.shape.rank > 0 && inputs.shape[0] == targets.shape[0],
      "a batch with inputs of shape \(inputs.shape) and targets of shape \(targets.shape)")
    inputData = inputs
    targetData = targets
  }

  /// Samples laid on one another.
  ///
  /// - Precondition: at least one; all of one shape.
  public init(_ samples: [Sample]) {
    self.init(inputs: .stacked(samples.map(\.input)), targets: .stacked(samples.map(\.target)))
  }

  public var inputs: Tensor { Tensor(inputData) }
  public var targets: Tensor { Tensor(targetData) }
  /// The number of samples.
  public var count: Int { inputData.shape[0] }
}
