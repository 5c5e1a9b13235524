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

  /// Creates a scale; a domain without width is widened, so that every value has a position.
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

  /// The farthest that a value lies beyond the ends, in lengths of the axis.
  private static let farthest = 1e9

  private func fraction(of value: Double) -> Double {
    let fraction: Double
    switch kind {
    case .linear:
      let width = domain.upperBound - domain.lowerBound
      // Halved where the width of the domain is too large for a number.
      fraction =
        width.isFinite
        ? (value - domain.lowerBound) / width
        : (value / 2 - domain.lowerBound / 2) / (domain.upperBound / 2 - domain.lowerBound / 2)
    case .logarithmic:
      fraction =
        value <= 0
        ? 0 : (log(value) - log(domain.lowerBound)) / (log(domain.upperBound) - log(domain.lowerBound))
    }
    return fraction.isNaN ? fraction : min(max(fraction, -Scale.farthest), Scale.farthest)
  }

  private static func widened(_ domain: ClosedRange<Double>, _ kind: Kind) -> ClosedRange<Double> {
    let (lower, upper) = (domain.lowerBound, domain.upperBound)
    let largest = Double.greatestFiniteMagnitude
    switch kind {
    case .linear:
      guard lower == upper else { return domain }
      let margin = lower == 0 ? 1 : max(abs(lower) * 0.1, .leastNormalMagnitude)
      return max(lower - margin, -largest)...min(upper + margin, largest)
    case .logarithmic:
      guard log(lower) == log(upper) else { return domain }
      return max(lower / 2, .leastNonzeroMagnitude)...min(upper * 2, largest)
    }
  }
}
