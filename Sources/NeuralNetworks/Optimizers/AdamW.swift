import Tensors

/// ``Adam`` with weight decay apart from the gradients: each step first shrinks the numbers by
/// `θ ← (1 − ηλ) θ` (Loshchilov and Hutter 2019).
public final class AdamW: Optimizer {
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
  ///   - weightDecay: the share, times the learning rate, by which each step shrinks the weights.
  /// - Precondition: at least one parameter; nothing negative; betas below 1.
  public init(
    _ parameters: [Parameter], learningRate: Float = 0.001, betas: (Float, Float) = (0.9, 0.999),
    epsilon: Float = 1e-8, weightDecay: Float = 0.01
  ) {
    require(
      learningRate >= 0 && weightDecay >= 0, "AdamW with a negative learning rate or weight decay")
    self.learningRate = learningRate
    self.weightDecay = weightDecay
    steps = AdaptiveSteps(parameters, betas: betas, epsilon: epsilon)
  }

  public var parameters: [Parameter] { steps.parameters }

  public func step() {
    steps.step(learningRate: learningRate, shrinkage: learningRate * weightDecay)
  }

  public var state: OptimizerState { steps.state }

  public func load(_ state: OptimizerState) throws(OptimizerStateError) { try steps.load(state) }
}
