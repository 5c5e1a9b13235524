import Tensors

/// The hyperbolic tangent, between -1 and 1; any shape.
public final class Tanh: Module {
  public init() {}

  public func forward(_ input: Tensor) -> Tensor { input.tanh() }
}
