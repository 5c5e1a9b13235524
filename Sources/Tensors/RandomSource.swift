#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Random numbers that are the same in every run from the same seed (SplitMix64; Steele, Lea and Flood 2014).
///
/// A value: a copy goes on with the same numbers. ``split()`` gives a source of its own to whoever keeps one,
/// such as a dropout layer or a loader.
public struct RandomSource: RandomNumberGenerator, Sendable, Hashable {
  /// Where the source stands; a checkpoint keeps it.
  public private(set) var state: UInt64

  public init(seed: UInt64) {
    // Neighbouring seeds start far apart.
    state = Self.mix(seed &+ Self.increment)
  }

  /// A source that goes on where another one stood.
  public init(resumingAt state: UInt64) {
    self.state = state
  }

  public mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mix(state)
  }

  /// A source whose numbers have nothing to do with the ones to come from this one.
  public mutating func split() -> RandomSource {
    RandomSource(seed: next())
  }

  /// A number drawn evenly from 0 up to but not including 1, on a grid of 2⁻²⁴.
  public mutating func uniform() -> Float {
    Float(next() >> 40) * 0x1p-24
  }

  /// A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller 1958).
  public mutating func normal() -> Float {
    // From above 0, so that the logarithm is finite.
    let radius = (-2 * log(1 - Double(next() >> 11) * 0x1p-53)).squareRoot()
    let angle = 2 * Double.pi * Double(next() >> 11) * 0x1p-53
    return Float(radius * cos(angle))
  }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
