import Tensors

/// `eˣ / Σ eˣ` along an axis: probabilities that add up to 1; any shape.
///
/// Cross-entropy applies it itself: a network that is trained with it ends before this layer.
public final class Softmax: Module {
  /// The axis that the sum runs along; -1 is the last.
  public let axis: Int

  public init(along axis: Int = -1) {
    self.axis = axis
  }

  public var configuration: String { "along: \(axis)" }

  public func forward(_ input: Tensor) -> Tensor { input.softmax(along: axis) }
}
