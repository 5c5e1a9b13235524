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
  func `value undoes position`(kind: Scale.Kind) {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let lower = Double.random(in: 1e-6...1, using: &generator)
      let scale = Scale(kind, domain: lower...(lower * 1e4), from: 10, to: 500)
      let value = Double.random(in: scale.domain, using: &generator)
      let back = scale.value(at: scale.position(of: value))
      #expect(abs(back - value) < 1e-9 * scale.domain.upperBound)
    }
  }

  @Test(arguments: [0.0, 1e-9, 1e9, -3, 1e308])
  func `a domain without width still has a middle`(value: Double) {
    let scale = Scale(domain: value...value, from: 0, to: 100)
    #expect(abs(scale.position(of: value) - 50) < 1e-6)
  }
}
