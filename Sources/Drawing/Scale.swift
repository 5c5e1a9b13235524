#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Maps values of an axis to positions on a page.
public struct Scale: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case linear
    /// Equal ratios take equal room; only for positive values.
    case logarithmic
  }

  public let kind: Kind
  /// The values at the two ends.
  public let domain: ClosedRange<Double>
  /// The positions of the domain's lower and upper end; the first is the larger one on a y axis.
  public let start: Double
  public let end: Double

  /// Creates a scale; an empty domain is widened, so that every value has a position.
  ///
  /// - Precondition: The domain is finite, and positive on a logarithmic scale.
  public init(_ kind: Kind = .linear, domain: ClosedRange<Double>, from start: Double, to end: Double) {
    precondition(domain.lowerBound.isFinite && domain.upperBound.isFinite, "domain \(domain) is not finite")
    precondition(kind == .linear || domain.lowerBound > 0, "domain \(domain) has no logarithm")
    self.kind = kind
    self.domain = Scale.widened(domain, kind)
    self.start = start
    self.end = end
  }

  /// The position of a value; outside of the domain it goes on beyond the ends.
  ///
  /// On a logarithmic scale values of zero and below lie at the lower end.
  public func position(of value: Double) -> Double {
    start + (end - start) * fraction(of: value)
  }

  /// The value at a position.
  public func value(at position: Double) -> Double {
    let fraction = (position - start) / (end - start)
    switch kind {
    case .linear:
      return domain.lowerBound + fraction * (domain.upperBound - domain.lowerBound)
    case .logarithmic:
      return exp(log(domain.lowerBound) + fraction * log(domain.upperBound / domain.lowerBound))
    }
  }

  private func fraction(of value: Double) -> Double {
    switch kind {
    case .linear:
      // Halved first: the width of a domain may be too large for a number.
      (value / 2 - domain.lowerBound / 2) / (domain.upperBound / 2 - domain.lowerBound / 2)
    case .logarithmic:
      value <= 0
        ? 0 : (log(value) - log(domain.lowerBound)) / (log(domain.upperBound) - log(domain.lowerBound))
    }
  }

  private static func widened(_ domain: ClosedRange<Double>, _ kind: Kind) -> ClosedRange<Double> {
    guard domain.lowerBound == domain.upperBound else { return domain }
    let value = domain.lowerBound
    switch kind {
    case .linear:
      let margin = value == 0 ? 1 : abs(value) * 0.1
      return (value - margin)...(value + margin)
    case .logarithmic:
      return (value / 2)...(value * 2)
    }
  }
}
