import Drawing
import TestSupport
import Testing

@Suite struct ScaleTests {
  @Test(arguments: [Scale.Kind.linear, .logarithmic])
  func `ends of the domain lie at the ends`(kind: Scale.Kind) {
    let scale = Scale(kind, domain: 0.01...100, from: 200, to: 50)
    #expect(abs(scale.position(of: 0.01) - 200) < 1e-9)
    #expect(abs(scale.position(of: 100) - 50) < 1e-9)
  }

  @Test func `equal ratios take equal room on a logarithmic scale`() {
    let scale = Scale(.logarithmic, domain: 1...1000, from: 0, to: 300)
    #expect(abs(scale.position(of: 10) - 100) < 1e-9)
    #expect(scale.position(of: 0) == 0)
  }

  @Test(arguments: [Scale.Kind.linear, .logarithmic])
  func `positions rise with their values`(kind: Scale.Kind) {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let lower = Double.random(in: 1e-6...1, using: &generator)
      let scale = Scale(kind, domain: lower...(lower * 1e4), from: 10, to: 500)
      let values = (0..<5).map { _ in Double.random(in: scale.domain, using: &generator) }.sorted()
      let positions = values.map(scale.position)
      #expect(positions == positions.sorted())
      #expect(positions.allSatisfy { $0 > 10 - 1e-9 && $0 < 500 + 1e-9 })
    }
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude...Double.leastNonzeroMagnitude, 0...Double.leastNonzeroMagnitude,
    1e300...(1e300).nextUp, 1...(1.0).nextUp,
    Double.leastNonzeroMagnitude...1.7976931348623157e308, 1.7976931348623157e308...1.7976931348623157e308,
    -1.7976931348623157e308...1.7976931348623157e308,
  ])
  func `every finite value has a position on every domain`(domain: ClosedRange<Double>) {
    for kind in domain.lowerBound > 0 ? [Scale.Kind.linear, .logarithmic] : [.linear] {
      let scale = Scale(kind, domain: domain, from: 0, to: 100)
      for value in [domain.lowerBound, domain.upperBound] {
        #expect((-1e-6...100 + 1e-6).contains(scale.position(of: value)), "\(value) \(kind)")
      }
      for value in [-1.7e308, -1, 0, .leastNonzeroMagnitude, 1, 1.7e308] {
        #expect(scale.position(of: value).isFinite, "\(value) \(kind)")
      }
    }
  }

  @Test(arguments: [0.0, 1e-9, 1e9, -3, 1e308])
  func `a domain without width still has a middle`(value: Double) {
    let scale = Scale(domain: value...value, from: 0, to: 100)
    #expect(abs(scale.position(of: value) - 50) < 1e-6)
  }
}
