import Tensors

/// Something that changes parameters along their gradients so that a loss falls.
///
/// ```swift
/// optimizer.zeroGradients()
/// try loss(model(batch.inputs), batch.targets).backward()
/// optimizer.step()
/// ```
public protocol Optimizer: AnyObject {
  /// What is trained.
  var parameters: [Parameter] { get }
  /// The size of a step; a schedule may change it.
  var learningRate: Float { get set }
  /// What the optimiser remembers from step to step, such as momentum.
  var state: OptimizerState { get set }

  /// Changes every parameter that has a gradient.
  func step()
}

extension Optimizer {
  /// Forgets the gradients of all parameters.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }
}

/// What an optimiser remembers from step to step.
public struct OptimizerState: Sendable, Hashable {
  /// How many steps it has made.
  public var stepCount: Int
  /// Its memories by name, such as `momentum`; in each a tensor for a parameter, by the parameter's place.
  public var memories: [String: [Int: TensorData]]

  public init(stepCount: Int = 0, memories: [String: [Int: TensorData]] = [:]) {
    self.stepCount = stepCount
    self.memories = memories
  }
}
