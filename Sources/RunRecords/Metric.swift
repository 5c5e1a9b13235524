/// A quantity that a run writes down: what it is called, which way is better, and its unit.
public struct Metric: Sendable, Hashable, Codable {
  /// What a metric measures; rules and reports choose series by it.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The quantity that training lowers, or another error of the same kind.
    case loss
    /// The share of right answers.
    case accuracy
    /// Another quality where more is better, such as F1 or AUC.
    case score
    case learningRate
    case gradientNorm
    case time
    case other
  }

  /// Which way a metric improves.
  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    case lowerIsBetter
    case higherIsBetter
    /// Neither way is better, as with a learning rate.
    case none
  }

  /// The unit of a metric's values.
  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    /// A plain number.
    case number
    /// A share from 0 to 1, shown in percent.
    case fraction
    case seconds
  }

  /// The metric's name in words, such as `loss` or `accuracy`.
  public var name: String
  public var kind: Kind
  public var direction: Direction
  public var unit: Unit

  public init(name: String, kind: Kind, direction: Direction, unit: Unit = .number) {
    self.name = name
    self.kind = kind
    self.direction = direction
    self.unit = unit
  }
}

extension Metric {
  public static let loss = Metric(name: "loss", kind: .loss, direction: .lowerIsBetter)
  public static let accuracy = Metric(
    name: "accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction)
  public static let learningRate = Metric(name: "learning rate", kind: .learningRate, direction: .none)
  public static let gradientNorm = Metric(name: "gradient norm", kind: .gradientNorm, direction: .none)
  public static let time = Metric(name: "time", kind: .time, direction: .none, unit: .seconds)
}
