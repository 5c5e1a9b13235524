import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The negative log-likelihood of the target classes: `−w[y] · x[y]`, averaged over the batch by the weights.
///
/// Shapes: output `[batch, classes]` with log-probabilities, target `[batch]` with the numbers of the classes. The
/// output layer ends in a log-softmax; without one use ``CrossEntropyLoss``.
public struct NLLLoss: Loss {
  /// A weight for each class; `nil` weighs all alike.
  public var classWeights: [Float]?
  public var reduction: Reduction

  public init(classWeights: [Float]? = nil, reduction: Reduction = .mean) {
    self.classWeights = classWeights
    self.reduction = reduction
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    let targets = try ClassTargets(
      target.data, outputs: output.shape, weights: classWeights, smoothing: 0, loss: "NLLLoss")
    try checkPairing(output)
    let scale = reduction == .mean ? 1 / targets.totalWeight : 1
    let shape = output.shape
    let loss = -targets.dot(output.data) * scale
    return Tensor(TensorData([loss], shape: []), from: output) { upstream, inputs in
      inputs.receive(0) { targets.weights(shape, times: -scale * upstream.withElements { $0[0] }) }
    }
  }

  public func correctCount(_ output: Tensor, _ target: Tensor) -> Int? {
    ClassTargets.correctCount(output, target)
  }

  public func totalWeight(_ output: Tensor, _ target: Tensor) -> Double {
    ClassTargets.totalWeight(target.data, outputs: output.shape, weights: classWeights)
  }

  /// The entropy of the class shares; `nil` with weights or a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    classWeights == nil && reduction == .mean ? ConstantAnswer.entropy(ofClasses: targets) : nil
  }

  private func checkPairing(_ output: Tensor) throws(LossError) {
    let found: String
    switch output.producer {
    case .logSoftmax: return
    case let producer?: found = "the output has been through \(producer.name)"
    case nil:
      guard let row = Self.rowThatIsNoDistribution(output.data) else { return }
      found = "the probabilities of row \(row) of the batch do not add up to 1"
    }
    throw LossError(
      loss: "NLLLoss", reason: .pairing,
      message:
        "takes log-probabilities, but \(found); end the network with a log-softmax, or with a linear layer "
        + "and use CrossEntropyLoss")
  }

  private static func rowThatIsNoDistribution(_ output: TensorData) -> Int? {
    let classes = output.shape[1]
    return output.withElements { values in
      (0..<output.shape[0]).first { row in
        let sum = values[row * classes..<(row + 1) * classes].reduce(0) { $0 + expf($1) }
        return (sum - 1).magnitude > 1e-3
      }
    }
  }
}
