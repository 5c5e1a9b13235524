import Tensors

/// The Gaussian error linear unit `x · Φ(x)`, Φ the normal distribution function without approximation
/// (Hendrycks and Gimpel 2016); any shape.
public final class GELU: Module {
  public init() {}

  public func forward(_ input: Tensor) -> Tensor { input.gelu() }
}
