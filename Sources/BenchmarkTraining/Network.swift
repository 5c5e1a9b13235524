import NeuralNetworks
import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A multilayer perceptron, and how its answers are judged.
struct Network {
  let model: Sequential
  let loss: any Loss
  private let task: TrainingTask

  init(_ plan: RunPlan, task: TrainingTask, inputs: Int) {
    // Streams of their own, so that a retraining with dropout begins with the same weights.
    var weights = RandomSource(seed: plan.seed)
    var drops = RandomSource(seed: plan.seed ^ 0xD409)
    var layers: [any Module] = []
    var extent = inputs
    for _ in 0..<plan.hiddenLayers {
      let layer = Linear(inputs: extent, outputs: plan.width, using: &weights)
      if let bias = plan.firstBias {
        layer.bias?.update { $0 = TensorData(repeating: bias, shape: $0.shape) }
      }
      layers.append(layer)
      layers.append(plan.activation == .relu ? ReLU() : Tanh())
      if plan.dropout > 0 { layers.append(Dropout(plan.dropout, using: &drops)) }
      extent = plan.width
    }
    layers.append(Linear(inputs: extent, outputs: task.outputCount, using: &weights))
    model = Sequential(layers)
    if plan.weightScale != 1 {
      for parameter in model.parameters { parameter.update { $0.scale(by: plan.weightScale) } }
    }
    self.task = task
    loss =
      switch task {
      case .regression: MSELoss()
      case .classification(_, outputs: 1): BCEWithLogitsLoss()
      case .classification: CrossEntropyLoss()
      }
  }

  func optimizer(_ plan: RunPlan) -> any Optimizer {
    switch plan.optimizer {
    case .sgd:
      SGD(
        model.parameters, learningRate: plan.learningRate, momentum: plan.momentum,
        weightDecay: plan.weightDecay)
    case .adam: Adam(model.parameters, learningRate: plan.learningRate, weightDecay: plan.weightDecay)
    }
  }

  /// Targets in the shape that the loss takes.
  func targets(_ values: [Float]) -> TensorData {
    TensorData(values, shape: task.outputCount == 1 ? [values.count, 1] : [values.count])
  }

  /// The losses of the first rows, in evaluation mode.
  func measure(_ samples: Samples, count: Int? = nil, scale: Float) throws(LossError) -> TestMeasure {
    model.setMode(.evaluation)
    let count = count ?? samples.count
    let output = withoutGradients { model(Tensor(samples.inputs.rows(0..<count))) }.data
    var losses: [Float] = []
    losses.reserveCapacity(count)
    var correct = 0
    let outputs = task.outputCount
    output.withElements { numbers in
      for row in 0..<count {
        let judged = judge(numbers[(row * outputs)..<((row + 1) * outputs)], target: samples.targets[row])
        losses.append(scale * judged.loss)
        correct += judged.isRight ? 1 : 0
      }
    }
    let sum = losses.reduce(0.0) { $0 + Double($1) }
    return TestMeasure(
      rowLosses: losses, loss: sum / Double(count),
      accuracy: task.classCount.map { _ in Double(correct) / Double(count) })
  }

  /// The loss of one answer.
  private func judge(_ answer: Slice<UnsafeBufferPointer<Float>>, target: Float) -> (
    loss: Float, isRight: Bool
  ) {
    let first = answer[answer.startIndex]
    switch task {
    case .regression: return ((first - target) * (first - target), false)
    case .classification(_, outputs: 1):
      let wrong = target > 0.5 ? -first : first
      return (max(wrong, 0) + log1pf(expf(-abs(first))), (first > 0) == (target > 0.5))
    case .classification:
      let top = answer.max() ?? 0
      let sum = answer.reduce(Float(0)) { $0 + expf($1 - top) }
      let own = answer[answer.startIndex + Int(target)]
      return (top + logf(sum) - own, own == top)
    }
  }
}
