import Tensors

/// `x − log Σ eˣ` along an axis: the logarithms of probabilities; any shape.
public final class LogSoftmax: Module {
  /// The axis that the sum runs along; -1 is the last.
  public let axis: Int

  public init(along axis: Int = -1) {
    self.axis = axis
  }

  public var configuration: String { "along: \(axis)" }

  public func forward(_ input: Tensor) -> Tensor { input.logSoftmax(along: axis) }
}
