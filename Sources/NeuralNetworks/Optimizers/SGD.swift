import Tensors

/// Stochastic gradient descent, with momentum where it is wanted.
///
/// With gradient g, weight decay λ, momentum μ, dampening τ and learning rate η, each step computes
/// `g ← g + λθ`, `v ← μv + (1 − τ)g` (at first `v = g`), `θ ← θ − ηv`; Nesterov's momentum steps along `g + μv`
/// (Sutskever et al. 2013). It is PyTorch's form.
public final class SGD: Optimizer {
  public let parameters: [Parameter]
  public var learningRate: Float
  public let momentum: Float
  public let dampening: Float
  public let weightDecay: Float
  public let isNesterov: Bool
  private var stepCount = 0
  /// The velocity of each parameter, once it has had a gradient.
  private var velocities: [TensorData?]

  /// - Precondition: at least one parameter; nothing negative; Nesterov's form needs a momentum and no dampening.
  public init(
    _ parameters: [Parameter], learningRate: Float, momentum: Float = 0, dampening: Float = 0,
    weightDecay: Float = 0, nesterov: Bool = false
  ) {
    requireParameters(parameters)
    require(
      learningRate >= 0 && momentum >= 0 && dampening >= 0 && weightDecay >= 0,
      "SGD with a negative learning rate, momentum, dampening or weight decay")
    require(
      !nesterov || (momentum > 0 && dampening == 0), "Nesterov's form needs a momentum and no dampening")
    self.parameters = parameters
    self.learningRate = learningRate
    self.momentum = momentum
    self.dampening = dampening
    self.weightDecay = weightDecay
    isNesterov = nesterov
    velocities = Array(repeating: nil, count: parameters.count)
  }

  public func step() {
    stepCount += 1
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.gradientData else { continue }
      if momentum == 0 {
        parameter.update { descend(&$0, along: gradient) }
      } else if velocities[index] == nil {
        startVelocity(index, parameter, gradient)
      } else {
        parameter.update { values in
          velocities[index]?.withMutableElements { velocity in accelerate(&values, velocity, gradient) }
        }
      }
    }
  }

  /// A step without momentum.
  private func descend(_ values: inout TensorData, along gradient: TensorData) {
    let (rate, decay) = (learningRate, weightDecay)
    values.withMutableElements { values in
      gradient.withElements { gradient in
        guard let values = values.baseAddress, let slope = gradient.baseAddress else { return }
        let count = gradient.count
        var i = 0
        while i < count {
          values[i] -= rate * (slope[i] + decay * values[i])
          i += 1
        }
      }
    }
  }

  /// The first step with momentum: the velocity is the gradient.
  private func startVelocity(_ index: Int, _ parameter: Parameter, _ gradient: TensorData) {
    var velocity = gradient
    if weightDecay > 0 {
      velocity.addScaled(parameter.wrappedValue.data, by: weightDecay)
    }
    velocities[index] = velocity
    let factor = learningRate * (isNesterov ? 1 + momentum : 1)
    parameter.update { $0.addScaled(velocity, by: -factor) }
  }

  /// A step with momentum.
  private func accelerate(
    _ values: inout TensorData, _ velocity: UnsafeMutableBufferPointer<Float>, _ gradient: TensorData
  ) {
    let (rate, decay, momentum, kept) = (learningRate, weightDecay, momentum, 1 - dampening)
    // Nesterov's form looks ahead by one more step of momentum.
    let (ahead, own) = isNesterov ? (momentum, Float(1)) : (1, 0)
    let isPlain = decay == 0 && kept == 1 && !isNesterov
    values.withMutableElements { values in
      gradient.withElements { gradient in
        guard let values = values.baseAddress, let slope = gradient.baseAddress,
          let velocity = velocity.baseAddress
        else { return }
        let count = gradient.count
        var i = 0
        if isPlain {
          // The common case, with half of the arithmetic.
          while i < count {
            let speed = momentum * velocity[i] + slope[i]
            velocity[i] = speed
            values[i] -= rate * speed
            i += 1
          }
        }
        while i < count {
          let pull = slope[i] + decay * values[i]
          let speed = momentum * velocity[i] + kept * pull
          velocity[i] = speed
          values[i] -= rate * (ahead * speed + own * pull)
          i += 1
        }
      }
    }
  }

  private static let memory = "momentum"

  public var state: OptimizerState {
    var memory: [Int: TensorData] = [:]
    for (index, velocity) in velocities.enumerated() { memory[index] = velocity }
    return OptimizerState(stepCount: stepCount, memories: [Self.memory: memory])
  }

  public func load(_ state: OptimizerState) throws(OptimizerStateError) {
    try state.check([Self.memory: .whole], for: parameters)
    stepCount = state.stepCount
    velocities = parameters.indices.map { state.memories[Self.memory]?[$0] }
  }
}
