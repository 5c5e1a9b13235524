import Tensors

/// The mean squared error: `(x − t)²`, averaged over all numbers; with units u, `((x − t) / u)²`.
///
/// Shapes: output and target alike. The output layer is linear for targets of any size; a tanh or a sigmoid
/// suits targets from −1 to 1 or from 0 to 1.
public struct MSELoss: Loss {
  /// What each output is measured in, such as its target's standard deviation; `nil` measures in 1.
  public var units: [Float]?
  public var reduction: Reduction

  /// - Precondition: units above 0.
  public init(units: [Float]? = nil, reduction: Reduction = .mean) {
    require(units?.allSatisfy { $0 > 0 } != false, "units above 0, not \(units ?? [])")
    self.units = units
    self.reduction = reduction
  }

  /// The variance of the targets, in squares of the units; `nil` for a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    reduction == .mean ? ConstantAnswer.variance(of: targets, units: units) : nil
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let loss = ElementwiseLoss(name: "MSELoss", reduction: reduction)
    try loss.check(output, target)
    try loss.checkReach(output, target)
    guard let units else {
      return loss(output, target) { x, t, _ in
        (x - t) * (x - t)
      } slope: { x, t, _ in
        2 * (x - t)
      }
    }
    guard output.shape.last == units.count else {
      throw LossError(
        loss: "MSELoss", reason: .shape,
        message: "\(units.count) units for an output of shape \(output.shape); expected one for each output")
    }
    return loss(output, target) { x, t, place in
      let distance = (x - t) / units[place % units.count]
      return distance * distance
    } slope: { x, t, place in
      let unit = units[place % units.count]
      return 2 * ((x - t) / unit) / unit
    }
  }
}
