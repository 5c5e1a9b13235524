/// The epochs and the measured numbers that made a rule speak.
public struct Evidence: Sendable, Hashable {
  /// The size of the effect from 0 to 1; ``severity`` is its word.
  public let effect: Double
  public let severity: Severity
  /// How sure it is that the sign is there and is no chance, from 0 to 1.
  public let confidence: Double
  public let onset: Onset?
  /// The epochs that a figure should point at, such as the stretch that was overfit.
  public let span: ClosedRange<Double>?
  /// Single epochs that a figure should point at, such as spikes.
  public let epochs: [Double]
  public let measurements: [Measurement]
  /// The sentence to say where the one of the card does not suit, as without a training loss.
  public let statement: String?

  public init(
    effect: Double, severity: Severity, confidence: Double, onset: Onset? = nil,
    span: ClosedRange<Double>? = nil, epochs: [Double] = [], measurements: [Measurement],
    statement: String? = nil
  ) {
    self.effect = effect
    self.severity = severity
    self.confidence = confidence
    self.onset = onset
    self.span = span
    self.epochs = epochs
    self.measurements = measurements
    self.statement = statement
  }

  /// The measurement that sentences refer to by a name.
  subscript(id: String) -> Measurement? { measurements.first { $0.id == id } }

  /// The evidence with another confidence.
  func with(confidence: Double) -> Evidence {
    Evidence(
      effect: effect, severity: severity, confidence: confidence, onset: onset, span: span, epochs: epochs,
      measurements: measurements, statement: statement)
  }
}
