import Tensors

/// Steps of a size that adapts to each number's gradients (Kingma and Ba 2015).
///
/// With gradient g, weight decay λ, learning rate η and the t-th step: `g ← g + λθ`, `m ← β₁m + (1 − β₁)g`,
/// `v ← β₂v + (1 − β₂)g²`, `θ ← θ − η m̂ / (√v̂ + ε)` with `m̂ = m / (1 − β₁ᵗ)`, `v̂ = v / (1 − β₂ᵗ)`. For weight decay
/// that does not pass through the moments, see ``AdamW``.
public final class Adam: Optimizer {
  public var learningRate: Float
  public let weightDecay: Float
  private var steps: AdaptiveSteps

  /// An optimiser of parameters.
  ///
  /// - Parameters:
  ///   - parameters: what is trained.
  ///   - learningRate: the size of a step.
  ///   - betas: how much of the gradients' running mean and mean square a step keeps.
  ///   - epsilon: what is added to the divisor, so that nothing is divided by 0.
  ///   - weightDecay: how much of the weights is added to their gradients.
  /// - Precondition: at least one parameter; nothing negative; betas below 1.
  public init(
    _ parameters: [Parameter], learningRate: Float = 0.001, betas: (Float, Float) = (0.9, 0.999),
    epsilon: Float = 1e-8, weightDecay: Float = 0
  ) {
    require(
      learningRate >= 0 && weightDecay >= 0, "Adam with a negative learning rate or weight decay")
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    steps = AdaptiveSteps(parameters, betas: betas, epsilon: epsilon)
  }

  public var parameters: [Parameter] { steps.parameters }

  public func step() {
    steps.step(learningRate: learningRate, decay: weightDecay)
  }

  public var state: OptimizerState { steps.state }

  public func load(_ state: OptimizerState) throws(OptimizerStateError) { try steps.load(state) }
}
