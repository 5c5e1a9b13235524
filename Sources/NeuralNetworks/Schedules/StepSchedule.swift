import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The learning rate multiplied by a factor every few epochs: `η₀ · factor^⌊epoch / epochs⌋`.
public struct StepSchedule: Schedule, Hashable {
  /// The number of epochs at each learning rate.
  public let epochs: Int
  public let factor: Float

  /// A factor every few epochs.
  ///
  /// - Precondition: at least one epoch; a factor of at least 0.
  public init(epochs: Int, factor: Float = 0.1) {
    require(epochs > 0 && factor >= 0, "a factor of \(factor) every \(epochs) epochs")
    self.epochs = epochs
    self.factor = factor
  }

  public func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float {
    Float(Double(initial) * pow(Double(factor), Double(epoch / epochs)))
  }
}

extension Schedule where Self == StepSchedule {
  /// The learning rate multiplied by a factor every few epochs.
  public static func step(epochs: Int, factor: Float = 0.1) -> StepSchedule {
    StepSchedule(epochs: epochs, factor: factor)
  }
}
