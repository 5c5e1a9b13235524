#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The random choices of one drawing: the same for the same words, on every system (SplitMix64; Steele, Lea and
/// Flood 2014).
///
/// Real numbers are made here and not by the standard library, which does not promise the same ones in its next
/// version.
struct Randomness {
  private var state: UInt64

  /// A stream of its own for every combination of words.
  init(_ words: UInt64...) {
    state = 0
    for word in words { state = next() ^ word &* 0xD6E8_FEB8_6659_FD93 }
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to 1.
  private mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
  }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(fraction() * Double(range.count))
  }

  /// A number around 0, with a standard deviation and nothing beyond twice that.
  mutating func deviation(_ deviation: Double) -> Double {
    // A sum of four has a variance of 4/12.
    let sum = fraction() + fraction() + fraction() + fraction() - 2
    return min(max(sum * 3.0.squareRoot(), -2), 2) * deviation
  }

  mutating func happens(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// One of some choices, more often those of greater weight.
  mutating func choice<Choice>(_ choices: KeyValuePairs<Choice, Double>, otherwise: Choice) -> Choice {
    var rest = fraction()
    for (choice, weight) in choices {
      rest -= weight
      if rest < 0 { return choice }
    }
    return otherwise
  }

  /// One of some elements, each as likely; there is at least one.
  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(in: 0...elements.count - 1)]
  }
}
