import Testing

@testable import AccuracyMeasurement

@Suite struct `A reliability diagram` {
  @Test func `has a point for each stretch with enough runs`() throws {
    let certain = (0..<8).map { (confidence: 1.0, holds: $0 != 0) }
    let unsure = (0..<8).map { (confidence: $0 < 4 ? 0.1 : 0.12, holds: $0 == 0) }
    let few = [(confidence: 0.5, holds: true)]
    let bins = Confidences(certain + unsure + few).reliability(bins: 10, leastRuns: 8)
    #expect(bins.map(\.place) == [1, 9])
    #expect(bins.map(\.share) == [0.125, 0.875])
    #expect(bins.map { abs($0.confidence - [0.11, 1][$0.place / 9]) < 1e-12 } == [true, true])
    #expect(Confidences([]).reliability(bins: 10, leastRuns: 0).isEmpty)
  }

  @Test func `shows how uncertain a share is`() {
    // Wilson's interval for 5 of 10, and for none of 10.
    let half = Confidences.Bin(place: 0, count: 10, positives: 5, confidence: 0).interval
    #expect(abs(half.lowerBound - 0.2366) < 1e-4)
    #expect(abs(half.upperBound - 0.7634) < 1e-4)
    let none = Confidences.Bin(place: 0, count: 10, positives: 0, confidence: 0).interval
    #expect(none.lowerBound == 0)
    #expect(abs(none.upperBound - 0.2775) < 1e-4)
  }
}
