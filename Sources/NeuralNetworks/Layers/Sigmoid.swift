import Tensors

/// The logistic function `1 / (1 + e⁻ˣ)`, between 0 and 1; any shape.
public final class Sigmoid: Module {
  public init() {}

  public func forward(_ input: Tensor) -> Tensor { input.sigmoid() }
}
