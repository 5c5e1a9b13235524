/// Panels over one x axis: what a figure shows, without saying how it looks.
public struct Chart: Sendable, Hashable {
  /// One set of marks with its own y axis.
  public struct Panel: Sendable, Hashable {
    /// What the y axis shows, with its unit, such as `Accuracy (%)`.
    public var title: String
    public var scale: Scale.Kind
    /// The values at the lower and upper end of the y axis.
    public var domain: ClosedRange<Double>
    public var ticks: Ticks.Style
    /// Drawn in this order, later marks above earlier ones.
    public var marks: [Mark]
    /// The panel's height as a share of the first panel's.
    public var height: Double

    public init(
      title: String, scale: Scale.Kind = .linear, domain: ClosedRange<Double>,
      ticks: Ticks.Style = .number, marks: [Mark], height: Double = 1
    ) {
      self.title = title
      self.scale = scale
      self.domain = domain
      self.ticks = ticks
      self.marks = marks
      self.height = height
    }
  }

  /// What the x axis counts, such as `epoch`.
  public var axisTitle: String
  public var domain: ClosedRange<Double>
  public var scale: Scale.Kind
  public var ticks: Ticks.Style
  public var panels: [Panel]

  public init(
    axisTitle: String, domain: ClosedRange<Double>, scale: Scale.Kind = .linear, ticks: Ticks.Style = .whole,
    panels: [Panel]
  ) {
    self.axisTitle = axisTitle
    self.domain = domain
    self.scale = scale
    self.ticks = ticks
    self.panels = panels
  }
}
