import Tensors

/// `x` above 0 and `slope · x` below, so that no unit stops learning (Maas, Hannun and Ng 2013); any shape.
public final class LeakyReLU: Module {
  /// The slope below 0.
  public let slope: Float

  public init(slope: Float = 0.01) {
    self.slope = slope
  }

  public var configuration: String { "slope: \(slope)" }

  public func forward(_ input: Tensor) -> Tensor { input.leakyReLU(slope: slope) }
}
