import Tensors

/// The learning rate raised evenly over the first epochs, then another schedule (Goyal et al. 2017):
/// `η₀ (start + (1 − start) epoch / epochs)`.
public struct WarmUpSchedule: Schedule {
  /// The number of epochs before the other schedule begins.
  public let epochs: Int
  /// The share of the learning rate that the first epoch has.
  public let start: Float
  /// What follows; it counts from the end of the warm-up.
  public let next: any Schedule

  /// A warm-up, then another schedule.
  ///
  /// - Precondition: at least one epoch; a start from 0 to 1.
  public init(epochs: Int, start: Float = 0.1, then next: any Schedule = .constant) {
    require(
      epochs > 0 && (0...1).contains(start), "a warm-up over \(epochs) epochs from a share of \(start)")
    self.epochs = epochs
    self.start = start
    self.next = next
  }

  public func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float {
    guard epoch < epochs else {
      return next.learningRate(
        at: epoch - epochs, from: initial, after: Array(metrics.dropFirst(epochs)))
    }
    let share = Double(start) + (1 - Double(start)) * Double(epoch) / Double(epochs)
    return Float(Double(initial) * share)
  }
}

extension Schedule where Self == WarmUpSchedule {
  /// The learning rate raised evenly over the first epochs, then another schedule.
  public static func warmUp(
    epochs: Int, start: Float = 0.1, then next: any Schedule = .constant
  ) -> WarmUpSchedule {
    WarmUpSchedule(epochs: epochs, start: start, then: next)
  }
}
