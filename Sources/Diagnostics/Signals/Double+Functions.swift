#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Double {
  /// The natural logarithm.
  var naturalLog: Double { log(self) }

  /// e raised to this number.
  var exponential: Double { exp(self) }

  /// This number, which is not negative, raised to a power.
  func raised(to power: Double) -> Double { pow(self, power) }

  /// The probability that a standard normal variable stays below this number.
  var normalProbability: Double { 0.5 * erfc(-self / 2.0.squareRoot()) }

  /// The probability whose logarithm of odds is this number.
  var logisticProbability: Double { 1 / (1 + exp(-self)) }
}
