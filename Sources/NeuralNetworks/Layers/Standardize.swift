import Tensors

/// Brings each feature to the mean 0 and the deviation 1 that it has in the training data: `y = (x − μ) / σ`.
///
/// Shapes: input and output `[batch] + shape`; mean μ and deviation σ `shape`. Nothing of it is trained; both are kept
/// with the weights, so that a network takes the numbers of its data as they are.
public final class Standardize: Module {
  @Buffer public var mean: Tensor
  @Buffer public var deviation: Tensor

  /// - Precondition: equal shapes; every deviation above 0.
  public init(mean: TensorData, deviation: TensorData) {
    require(
      mean.shape == deviation.shape, "a mean of shape \(mean.shape) and a deviation of \(deviation.shape)")
    require(
      deviation.withElements { $0.allSatisfy { $0 > 0 } }, "deviations above 0, not \(deviation.elements)")
    _mean = Buffer(wrappedValue: Tensor(mean))
    _deviation = Buffer(wrappedValue: Tensor(deviation))
  }

  public var configuration: String { "\(mean.shape)" }

  public func forward(_ input: Tensor) -> Tensor { (input - mean) / deviation }
}
