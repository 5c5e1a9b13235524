import Tensors

/// Gives each output the mean and the deviation that the target has in the training data: `y = x σ + μ`, what
/// ``Standardize`` does the other way round.
///
/// Shapes: input and output `[batch] + shape`; mean μ and deviation σ `shape`. Nothing of it is trained. With
/// ``MSELoss/units`` as the deviation, targets of any size are learned alike.
public final class Unstandardize: Module {
  @Buffer public var mean: Tensor
  @Buffer public var deviation: Tensor

  /// - Precondition: equal shapes.
  public init(mean: TensorData, deviation: TensorData) {
    require(
      mean.shape == deviation.shape, "a mean of shape \(mean.shape) and a deviation of \(deviation.shape)")
    _mean = Buffer(wrappedValue: Tensor(mean))
    _deviation = Buffer(wrappedValue: Tensor(deviation))
  }

  public var configuration: String { "\(mean.shape)" }

  public func forward(_ input: Tensor) -> Tensor { input * deviation + mean }
}
