#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Random numbers that are the same in every run from the same seed (SplitMix64; Steele, Lea and Flood 2014).
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// Numbers of a stream of its own for each name, whatever other streams there are.
  package init(seed: UInt64, name: String) {
    // FNV-1a: the hashes of the standard library differ from one process to the next.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    self.init(seed: seed ^ hash)
    state = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller 1958).
  package mutating func normal() -> Double {
    // From above 0, so that the logarithm is finite.
    let radius = (-2 * log(1 - Double(next() >> 11) * 0x1p-53)).squareRoot()
    return radius * cos(2 * Double.pi * Double(next() >> 11) * 0x1p-53)
  }
}
