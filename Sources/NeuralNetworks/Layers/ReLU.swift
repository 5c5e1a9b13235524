import Tensors

/// The rectified linear unit `max(x, 0)` (Nair and Hinton 2010); any shape.
public final class ReLU: Module {
  public init() {}

  public func forward(_ input: Tensor) -> Tensor { input.relu() }
}
