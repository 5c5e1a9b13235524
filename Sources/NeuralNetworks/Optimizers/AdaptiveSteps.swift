import Tensors

/// The steps that ``Adam`` and ``AdamW`` share, and what they remember between them.
struct AdaptiveSteps {
  let parameters: [Parameter]
  let betas: (Float, Float)
  let epsilon: Float
  private var stepCount = 0
  /// The moments of each parameter, once it has had a gradient.
  private var moments: [AdaptiveMoments?]

  /// - Precondition: at least one parameter; betas from 0 to below 1; an epsilon of at least 0.
  init(_ parameters: [Parameter], betas: (Float, Float), epsilon: Float) {
    requireParameters(parameters)
    require(
      (0..<1).contains(betas.0) && (0..<1).contains(betas.1), "betas from 0 to below 1, not \(betas)")
    require(epsilon >= 0, "an epsilon of at least 0, not \(epsilon)")
    self.parameters = parameters
    self.betas = betas
    self.epsilon = epsilon
    moments = Array(repeating: nil, count: parameters.count)
  }

  /// Changes every parameter that has a gradient.
  ///
  /// - Parameters:
  ///   - decay: added to the gradients, in proportion to the numbers.
  ///   - shrinkage: the share that the numbers lose before the step.
  mutating func step(learningRate: Float, decay: Float = 0, shrinkage: Float = 0) {
    stepCount += 1
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.gradientData else { continue }
      if moments[index] == nil { moments[index] = AdaptiveMoments(shape: parameter.shape) }
      parameter.update { values in
        if shrinkage > 0 { values.scale(by: 1 - shrinkage) }
        moments[index]?.step(
          &values, along: gradient, learningRate: learningRate, betas: betas, epsilon: epsilon, decay: decay)
      }
    }
  }

  /// The names of the memories in an optimiser's state, PyTorch's.
  private enum Memory {
    static let mean = "exp_avg"
    static let meanSquare = "exp_avg_sq"
    static let count = "step"
  }

  var state: OptimizerState {
    var state = OptimizerState(stepCount: stepCount)
    for (index, moments) in moments.enumerated() {
      guard let moments else { continue }
      state.memories[Memory.mean, default: [:]][index] = moments.mean
      state.memories[Memory.meanSquare, default: [:]][index] = moments.meanSquare
      state.memories[Memory.count, default: [:]][index] = TensorData([Float(moments.count)], shape: [])
    }
    return state
  }

  mutating func load(_ state: OptimizerState) throws(OptimizerStateError) {
    try state.check(
      [Memory.mean: .whole, Memory.meanSquare: .whole, Memory.count: .single], for: parameters)
    var moments = [AdaptiveMoments?](repeating: nil, count: parameters.count)
    for index in parameters.indices {
      guard let mean = state.memories[Memory.mean]?[index],
        let meanSquare = state.memories[Memory.meanSquare]?[index],
        let count = state.memories[Memory.count]?[index]
      else { continue }
      let number = count.withElements { $0[0] }
      guard let steps = Int(exactly: number), steps >= 0 else {
        throw OptimizerStateError(
          problem:
            "found \(Memory.count) \(number) of parameter \(index), expected how many steps it has made")
      }
      moments[index] = AdaptiveMoments(mean: mean, meanSquare: meanSquare, count: steps)
    }
    stepCount = state.stepCount
    self.moments = moments
  }
}
