import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The binary cross-entropy of probabilities: `−t log x − (1 − t) log(1 − x)`, averaged over all numbers.
///
/// Shapes: output and target alike. The output layer ends in a sigmoid; without one use
/// ``BCEWithLogitsLoss``, which is also the more exact of the two. Logarithms are held at −100 and above, as in
/// PyTorch.
public struct BCELoss: Loss {
  public var reduction: Reduction

  public init(reduction: Reduction = .mean) {
    self.reduction = reduction
  }

  /// The mean entropy of the shares of yes; `nil` for a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    reduction == .mean ? ConstantAnswer.entropy(ofLabels: targets) : nil
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let loss = ElementwiseLoss(name: "BCELoss", reduction: reduction)
    try loss.check(output, target)
    if let producer = output.producer, producer != .sigmoid, producer != .softmax {
      throw LossError(
        loss: "BCELoss", reason: .pairing,
        message:
          "takes probabilities, but the output has been through \(producer.name); end the network with a "
          + "sigmoid, or leave the \(producer.name) out and use BCEWithLogitsLoss")
    }
    try loss.checkRange(output.data, 0...1) { found in
      "output \(found), expected probabilities from 0 to 1; end the network with a sigmoid, or use "
        + "BCEWithLogitsLoss, which takes logits"
    }
    try loss.checkRange(target.data, 0...1) { "target \($0), expected from 0 to 1" }
    return loss(output, target) { x, t, _ in
      -t * max(logf(x), -100) - (1 - t) * max(logf(1 - x), -100)
    } slope: { x, t, _ in
      (x - t) / max((1 - x) * x, 1e-12)
    }
  }

  /// Numbers on the right side of a half.
  public func correctCount(_ output: Tensor, _ target: Tensor) -> Int? {
    BinaryTargets.correctCount(output, target, threshold: 0.5)
  }
}
