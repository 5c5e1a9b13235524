import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The learning rate lowered along half a cosine, then held (Loshchilov and Hutter 2017):
/// `minimum + (η₀ − minimum) (1 + cos(π epoch / epochs)) / 2`.
public struct CosineSchedule: Schedule, Hashable {
  /// The epoch from which on the learning rate is the minimum.
  public let epochs: Int
  public let minimum: Float

  /// Half a cosine over a number of epochs.
  ///
  /// - Precondition: at least one epoch; a minimum of at least 0.
  public init(epochs: Int, minimum: Float = 0) {
    require(epochs > 0 && minimum >= 0, "a cosine over \(epochs) epochs to \(minimum)")
    self.epochs = epochs
    self.minimum = minimum
  }

  public func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float {
    guard epoch < epochs else { return minimum }
    let share = (1 + cos(Double.pi * Double(epoch) / Double(epochs))) / 2
    return Float(Double(minimum) + (Double(initial) - Double(minimum)) * share)
  }
}

extension Schedule where Self == CosineSchedule {
  /// The learning rate lowered along half a cosine, then held.
  public static func cosine(epochs: Int, minimum: Float = 0) -> CosineSchedule {
    CosineSchedule(epochs: epochs, minimum: minimum)
  }
}
