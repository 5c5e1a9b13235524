import Foundation
import TestSupport
import Testing

@testable import Diagnostics

/// What `Fixtures/reference/make_signals.py` wrote with numpy and scipy.
struct SignalReference: Decodable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let values: [Double]
    let median: Double
    let quantile90: Double
    let deviation: Double
    let noise: Double
    let slope: Double
    let score: Int
    let deviate: Double
    let smoothed5: [Double]
    let ranks: [Double]
    var testDescription: String { name }
  }
  let cases: [Case]
  let normal: [[Double]]

  static func load() throws -> SignalReference {
    try Fixtures.decode(SignalReference.self, from: "reference/signals.json")
  }
}

func expectClose(_ value: Double?, _ reference: Double, sourceLocation: SourceLocation = #_sourceLocation) {
  guard let value else {
    Issue.record("nothing measured", sourceLocation: sourceLocation)
    return
  }
  #expect(abs(value - reference) <= 1e-10 * max(1, abs(reference)), sourceLocation: sourceLocation)
}

@Suite struct `Signals agree with scipy` {
  @Test(arguments: try SignalReference.load().cases) func `on`(_ reference: SignalReference.Case) throws {
    let values = reference.values
    expectClose(values.median(), reference.median)
    expectClose(values.quantile(0.9), reference.quantile90)
    expectClose(values.deviation(), reference.deviation)
    expectClose(TheilSenLine(values)?.slope, reference.slope)
    let test = MannKendallTest(values)
    #expect(test.score == reference.score)
    expectClose(test.plainDeviate, reference.deviate)
    #expect(abs(test.deviate) <= abs(test.plainDeviate))
    #expect(values.ranks() == reference.ranks)
    let smoothed = RunningMedian.smooth(values, width: 5)
    for (value, other) in zip(smoothed, reference.smoothed5) { expectClose(value, other) }
    if reference.noise > 0 { expectClose(NoiseEstimate.deviation(of: values), reference.noise) }
  }

  @Test func `on the normal distribution`() throws {
    for pair in try SignalReference.load().normal { expectClose(pair[0].normalProbability, pair[1]) }
  }
}
