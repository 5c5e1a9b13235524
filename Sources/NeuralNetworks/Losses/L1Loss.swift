import Tensors

/// The mean absolute error: `|x − t|`, averaged over all numbers; outliers count for less than in ``MSELoss``.
///
/// Shapes: output and target alike. The output layer is linear for targets of any size. Where an output is its target
/// the gradient is 0.
public struct L1Loss: Loss {
  public var reduction: Reduction

  public init(reduction: Reduction = .mean) {
    self.reduction = reduction
  }

  /// The mean distance of the targets from their median; `nil` for a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    reduction == .mean ? ConstantAnswer.distance(of: targets) : nil
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let loss = ElementwiseLoss(name: "L1Loss", reduction: reduction)
    try loss.check(output, target)
    try loss.checkReach(output, target)
    return loss(output, target) { x, t, _ in
      (x - t).magnitude
    } slope: { x, t, _ in
      x > t ? 1 : x < t ? -1 : 0 * (x - t)
    }
  }
}
