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
  var state: OptimizerState { get }

  /// Takes over a state; nothing changes where it does not fit.
  ///
  /// - Throws: ``OptimizerStateError``
  func load(_ state: OptimizerState) throws(OptimizerStateError)

  /// Changes every parameter that has a gradient.
  func step()
}

extension Optimizer {
  /// Forgets the gradients of all parameters.
  public func zeroGradients() {
    for parameter in parameters { parameter.zeroGradient() }
  }
}

/// Stops the program where an optimiser would have nothing to do: a mistake that shows only in a loss that stays.
func requireParameters(_ parameters: [Parameter]) {
  require(
    !parameters.isEmpty,
    "an optimizer without parameters; model.parameters are found in a model's stored properties, also in arrays, "
      + "dictionaries and optionals")
}
