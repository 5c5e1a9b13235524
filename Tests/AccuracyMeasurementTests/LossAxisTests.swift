import Testing

@testable import AccuracyMeasurement

@Suite struct `The axis for losses` {
  @Test func `is logarithmic over decades, and starts at zero where values come near it`() {
    #expect(LossAxis([2, 1, 0.05]).scale == .logarithmic)
    #expect(LossAxis([2, 1, 0.2]).scale == .linear)
    #expect(LossAxis([2, 1, 0.2]).domain.lowerBound == 0)
    #expect(LossAxis([2, 1.9]).domain.lowerBound == 1.9)
  }

  @Test(arguments: [
    [], [.nan, .infinity], [0], [0, 1], [-1, 1], [.leastNonzeroMagnitude, .leastNormalMagnitude],
    [1, .greatestFiniteMagnitude, .nan],
    [1e-9, 1e9],
  ])
  func `has finite ends`(losses: [Double]) {
    let axis = LossAxis(losses)
    #expect(axis.domain.lowerBound.isFinite && axis.domain.upperBound.isFinite)
    #expect(axis.scale == .linear || axis.domain.lowerBound > 0)
  }
}
