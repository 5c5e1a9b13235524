import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The binary cross-entropy of logits, with the sigmoid inside: `(1 − t) x + w (log(1 + e⁻|x|) + max(−x, 0))`
/// with `w = 1 + (p − 1) t`, averaged over all numbers; p weighs the positive targets.
///
/// Shapes: output and target alike, `[batch]` or `[batch, labels]`. The output layer is linear.
public struct BCEWithLogitsLoss: Loss {
  /// The weight of positive targets for each label (each place along the last axis); `nil` weighs all alike.
  public var positiveWeights: [Float]?
  public var reduction: Reduction

  public init(positiveWeights: [Float]? = nil, reduction: Reduction = .mean) {
    self.positiveWeights = positiveWeights
    self.reduction = reduction
  }

  /// The mean entropy of the shares of yes; `nil` with weights or for a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    positiveWeights == nil && reduction == .mean ? ConstantAnswer.entropy(ofLabels: targets) : nil
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let loss = ElementwiseLoss(name: "BCEWithLogitsLoss", reduction: reduction)
    try loss.check(output, target)
    if let producer = output.producer {
      throw LossError(
        loss: "BCEWithLogitsLoss", reason: .pairing,
        message: "takes logits and applies the sigmoid itself, but the output has been through "
          + "\(producer.name); leave the \(producer.name) out\(producer == .sigmoid ? ", or use BCELoss" : "")"
      )
    }
    try loss.checkRange(target.data, 0...1) { "target \($0), expected from 0 to 1" }
    let labels = output.shape.last ?? 1
    let weights = positiveWeights ?? [1]
    guard weights.count == 1 || weights.count == labels else {
      throw LossError(
        loss: "BCEWithLogitsLoss", reason: .shape,
        message: "\(weights.count) positive weights for \(labels) labels")
    }
    return loss(output, target) { x, t, place in
      let weight = 1 + (weights[place % weights.count] - 1) * t
      return (1 - t) * x + weight * (log1pf(expf(-x.magnitude)) + max(-x, 0))
    } slope: { x, t, place in
      let weight = 1 + (weights[place % weights.count] - 1) * t
      let small = expf(-x.magnitude)
      // 1 − sigmoid(x), without a difference of nearly equal numbers.
      let rest = x >= 0 ? small / (1 + small) : 1 / (1 + small)
      return (1 - t) - weight * rest
    }
  }

  /// Numbers on the right side of 0.
  public func correctCount(_ output: Tensor, _ target: Tensor) -> Int? {
    BinaryTargets.correctCount(output, target, threshold: 0)
  }
}
