import Testing

@testable import LogFormats

struct EpochScaleTests {
  private func scale(_ points: [(Double, Double)]) -> EpochScale {
    var scale = EpochScale()
    for (step, epoch) in points { scale.add(step: step, epoch: epoch) }
    return scale
  }

  @Test func `what the log says is given back exactly, and between it epochs rise evenly`() {
    let scale = scale([(10, 1), (20, 2), (40, 3)])
    #expect([10, 20, 40].map { scale.epoch(at: $0) } == [1, 2, 3])
    #expect(scale.epoch(at: 15) == 1.5)
    #expect(scale.epoch(at: 30) == 2.5)
    #expect(scale.epoch(at: 5) == 0.5)
    #expect(scale.epoch(at: 60) == 4)
  }

  @Test func `one point says nothing of other steps, none says nothing`() {
    #expect(scale([(10, 1)]).epoch(at: 10) == 1)
    #expect(scale([(10, 1)]).epoch(at: 11) == nil)
    #expect(scale([]).epoch(at: 0) == nil)
  }

  @Test func `steps that fall back and numbers that are none are passed over`() {
    let scale = scale([(10, 1), (5, 9), (.nan, 2), (20, .infinity), (20, 2)])
    #expect(scale.epoch(at: 15) == 1.5)
  }
}
