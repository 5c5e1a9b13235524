import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A kind of data; every member is a population of its own, with parameters that are drawn.
package struct DataFamily: Sendable {
  package let name: String
  /// Draws a population.
  let make: @Sendable (inout RandomSource) -> DataSource

  init(_ name: String, make: @escaping @Sendable (inout RandomSource) -> DataSource) {
    self.name = name
    self.make = make
  }

  /// Every family, none of which belongs to the benchmark that the diagnoses are measured on.
  package static let all: [DataFamily] =
    plane + clusters + teachers + logic + shapes + sequences + tables + functions + processes
}

extension RandomSource {
  /// A number drawn evenly from a range.
  mutating func uniform(_ range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A number whose logarithm is drawn evenly.
  mutating func logUniform(_ range: ClosedRange<Float>) -> Float {
    expf(uniform(logf(range.lowerBound)...logf(range.upperBound)))
  }

  /// Independent numbers from the normal distribution.
  mutating func normals(_ count: Int, deviation: Float = 1) -> [Float] {
    (0..<count).map { _ in deviation * normal() }
  }

  /// Whether something happens that has a probability.
  mutating func happens(_ probability: Float) -> Bool { uniform() < probability }

  /// One of several, each as likely.
  ///
  /// - Precondition: There is at least one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &self)]
  }
}
