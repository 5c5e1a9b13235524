import Tensors

/// The cross-entropy between target classes and the softmax of the network's outputs, which are logits.
///
/// `−w[y] · log softmax(x)[y]`, averaged over the batch by the weights `w[y]`. With label smoothing ε the
/// target is `1 − ε` for the class and `ε / C` for each of the C classes (Szegedy et al. 2016).
///
/// Shapes: output `[batch, classes]`; target `[batch]` with the numbers of the classes, or
/// `[batch, classes]` with their probabilities. The output layer is linear: the softmax is in the loss.
public struct CrossEntropyLoss: Loss {
  /// A weight for each class; `nil` weighs all alike.
  public var classWeights: [Float]?
  /// The share of each target that is spread over all classes, from 0 to 1.
  public var labelSmoothing: Float
  public var reduction: Reduction

  /// - Precondition: a label smoothing from 0 to 1.
  public init(classWeights: [Float]? = nil, labelSmoothing: Float = 0, reduction: Reduction = .mean) {
    require((0...1).contains(labelSmoothing), "a label smoothing from 0 to 1, not \(labelSmoothing)")
    self.classWeights = classWeights
    self.labelSmoothing = labelSmoothing
    self.reduction = reduction
  }

  public func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor {
    try checkPairing(output)
    let targets = try ClassTargets(
      target.data, outputs: output.shape, weights: classWeights, smoothing: labelSmoothing,
      loss: "CrossEntropyLoss")
    let logProbabilities = output.data.logSoftmax(axis: 1)
    let scale = reduction == .mean ? 1 / targets.totalWeight : 1
    let loss = -targets.dot(logProbabilities) * scale
    return Tensor(TensorData([loss], shape: []), from: output) { upstream, inputs in
      inputs.receive(0) {
        targets.gradient(logProbabilities: logProbabilities, scale: scale * upstream.withElements { $0[0] })
      }
    }
  }

  public func correctCount(_ output: Tensor, _ target: Tensor) -> Int? {
    ClassTargets.correctCount(output, target)
  }

  public func totalWeight(_ output: Tensor, _ target: Tensor) -> Double {
    ClassTargets.totalWeight(target.data, outputs: output.shape, weights: classWeights)
  }

  /// The entropy of the class shares; `nil` with weights, smoothing or a sum.
  public func guessingLoss(of targets: TensorData) -> Double? {
    classWeights == nil && labelSmoothing == 0 && reduction == .mean
      ? ConstantAnswer.entropy(ofClasses: targets) : nil
  }

  private func checkPairing(_ output: Tensor) throws(LossError) {
    guard let found = output.producer else { return }
    let other = found == .logSoftmax ? ", or keep it and use NLLLoss" : ""
    throw LossError(
      loss: "CrossEntropyLoss", reason: .pairing,
      message: "takes logits and applies the softmax itself, but the output has been through \(found.name); "
        + "leave the \(found.name) out\(other)")
  }
}
