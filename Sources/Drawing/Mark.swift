/// A value of a chart at a place on its x axis.
public struct ChartPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Something that a chart shows; its role says what it means, the theme how that looks.
public struct Mark: Sendable, Hashable {
  /// What a mark stands for.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case training
    case validation
    /// The values as logged, behind a smoothed course.
    case trainingRaw
    case validationRaw
    /// A quantity of the run itself, such as the learning rate.
    case neutral
    /// The epoch to keep.
    case bestEpoch
    /// Where a problem begins.
    case onset
    /// The stretch that a finding speaks of.
    case evidence
    /// The level of a model that learned nothing.
    case chance
    /// A value that is not finite, or lies outside of the axis.
    case anomaly
  }

  public enum Shape: Sendable, Hashable {
    /// A line through points in order of x; it breaks where a value is not finite.
    case line([ChartPoint])
    case dot(ChartPoint)
    /// The stretch between two places of the x axis, over the whole height.
    case band(ClosedRange<Double>)
    case verticalRule(x: Double)
    case horizontalRule(y: Double)
    /// A small mark at the upper or lower edge, for what cannot be shown at its height.
    case atEdge(Edge, x: Double)
  }

  /// An edge of a panel.
  public enum Edge: Sendable, Hashable {
    case upper
    case lower
  }

  public var role: Role
  public var shape: Shape
  /// The text beside the mark: at the end of a line, otherwise where it covers least.
  public var label: String?

  public init(_ role: Role, _ shape: Shape, label: String? = nil) {
    self.role = role
    self.shape = shape
    self.label = label
  }
}
