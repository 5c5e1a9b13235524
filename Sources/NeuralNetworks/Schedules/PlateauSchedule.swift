import Tensors

/// The learning rate multiplied by a factor each time a metric has stopped to improve.
///
/// It is lowered after more than `patience` epochs in a row that are no better than the best by the threshold;
/// then `cooldown` epochs do not count. A metric that is not a number is no better. A change of 10⁻⁸ or less is not made,
/// as in PyTorch.
public struct PlateauSchedule: Schedule, Hashable {
  /// Which metrics are better.
  public enum Goal: Sendable, Hashable {
    case lowest
    case highest
  }

  /// By how much a metric has to be better than the best one.
  public enum Threshold: Sendable, Hashable {
    /// A share of the best one's magnitude.
    case relative(Double)
    /// In the metric's unit.
    case absolute(Double)
  }

  public let goal: Goal
  public let factor: Float
  /// How many epochs in a row without progress are borne.
  public let patience: Int
  public let threshold: Threshold
  /// How many epochs after a change do not count.
  public let cooldown: Int
  /// The lowest learning rate.
  public let minimum: Float

  /// A factor for each plateau.
  ///
  /// - Precondition: a factor from 0 to below 1; nothing negative.
  public init(
    goal: Goal = .lowest, factor: Float = 0.1, patience: Int = 10, threshold: Threshold = .relative(1e-4),
    cooldown: Int = 0, minimum: Float = 0
  ) {
    require((0..<1).contains(factor), "a factor from 0 to below 1, not \(factor)")
    require(
      patience >= 0 && cooldown >= 0 && minimum >= 0, "a negative patience, cooldown or minimum")
    self.goal = goal
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.cooldown = cooldown
    self.minimum = minimum
  }

  public func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float {
    var rate = Double(initial)
    var best: Double?
    var epochsWithoutProgress = 0
    var cooling = 0
    for metric in metrics.prefix(epoch) {
      if isProgress(metric, over: best) {
        best = metric
        epochsWithoutProgress = 0
      } else {
        epochsWithoutProgress += 1
      }
      if cooling > 0 {
        cooling -= 1
        epochsWithoutProgress = 0
      }
      if epochsWithoutProgress > patience {
        let lowered = max(rate * Double(factor), Double(minimum))
        if rate - lowered > Self.smallestChange { rate = lowered }
        cooling = cooldown
        epochsWithoutProgress = 0
      }
    }
    return Float(rate)
  }

  private static let smallestChange = 1e-8

  private func isProgress(_ metric: Double, over best: Double?) -> Bool {
    guard let best else { return goal == .lowest ? metric < .infinity : metric > -.infinity }
    let margin =
      switch threshold {
      case .relative(let share): best.magnitude * share
      case .absolute(let distance): distance
      }
    return goal == .lowest ? metric < best - margin : metric > best + margin
  }
}

extension Schedule where Self == PlateauSchedule {
  /// The learning rate multiplied by a factor each time a metric has stopped to improve.
  public static func onPlateau(
    goal: PlateauSchedule.Goal = .lowest, factor: Float = 0.1, patience: Int = 10,
    threshold: PlateauSchedule.Threshold = .relative(1e-4), cooldown: Int = 0, minimum: Float = 0
  ) -> PlateauSchedule {
    PlateauSchedule(
      goal: goal, factor: factor, patience: patience, threshold: threshold, cooldown: cooldown,
      minimum: minimum)
  }
}
