import Tensors

/// The axes of a sample joined into one: `[batch, 3, 32, 32]` becomes `[batch, 3072]`.
public final class Flatten: Module {
  public init() {}

  /// - Precondition: an axis for the batch and at least one more.
  public func forward(_ input: Tensor) -> Tensor { input.flattened(from: 1) }
}
