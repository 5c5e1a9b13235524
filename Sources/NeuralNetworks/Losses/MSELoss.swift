import Tensors

/// The mean squared error: `(x − t)²`, averaged over all numbers.
///
/// Shapes: output and target alike. The output layer is linear for targets of any size; a tanh or a sigmoid
/// suits targets from −1 to 1 or from 0 to 1.
public struct MSELoss: Loss {
  public var reduction: Reduction

  public init(reduction: Reduction = .mean) {
    self.reduction = reduction
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let loss = ElementwiseLoss(name: "MSELoss", reduction: reduction)
    try loss.checkShapes(output, target)
    if let producer = output.producer, let range = producer.range {
      try loss.checkRange(target.data, range) { found in
        "target \(found), which an output through \(producer.name) (\(range.lowerBound) to \(range.upperBound)) "
          + "cannot reach; use a linear output, or scale the targets into that range"
      }
    }
    return loss(output, target) { x, t, _ in
      (x - t) * (x - t)
    } slope: { x, t, _ in
      2 * (x - t)
    }
  }
}

extension Tensor.Producer {
  /// The numbers that the function can give, where they are bounded on both sides.
  fileprivate var range: ClosedRange<Float>? {
    switch self {
    case .tanh: -1...1
    case .sigmoid, .softmax: 0...1
    case .logSoftmax: nil
    }
  }
}
