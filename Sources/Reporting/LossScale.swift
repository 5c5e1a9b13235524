/// Whether the loss is drawn on a logarithmic axis.
public enum LossScale: String, Sendable, Hashable, CaseIterable {
  /// Logarithmic where values are positive and spread over more than 30 times.
  case automatic
  case linear
  /// Logarithmic wherever every value is positive.
  case logarithmic
}
