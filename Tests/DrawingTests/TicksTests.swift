import Drawing
import TestSupport
import Testing

@Suite struct TicksTests {
  private func labels(
    _ domain: ClosedRange<Double>, _ kind: Scale.Kind = .linear, style: Ticks.Style = .number, count: Int = 5
  ) -> [String] {
    Ticks.on(Scale(kind, domain: domain, from: 0, to: 1), count: count, style: style).map(\.label)
  }

  @Test func `round numbers with the same decimals`() {
    #expect(labels(0...1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(0...0.09, count: 4) == ["0", "0.025", "0.050", "0.075"])
    #expect(labels(1...60) == ["20", "40", "60"])
  }

  @Test func `extreme values leave out a power of ten`() {
    #expect(labels(0...2e-9, count: 2) == ["0", "1", "2"])
    #expect(labels(1e9...3e9, count: 2) == ["1", "2", "3"])
    #expect(Ticks.power(of: Scale(domain: 0...2e-9, from: 0, to: 1)) == -9)
    #expect(Ticks.power(of: Scale(domain: 1e9...3e9, from: 0, to: 1)) == 9)
    #expect(Ticks.power(of: Scale(domain: 0.1...3, from: 0, to: 1)) == nil)
    #expect(Ticks.power(of: Scale(.logarithmic, domain: 1e-9...3, from: 0, to: 1)) == nil)
  }

  @Test func `a title states the power of ten once, in one pair of brackets`() {
    let tiny = Scale(domain: 0...2e-9, from: 0, to: 1)
    #expect(Ticks.title("Loss", on: tiny) == "Loss (×10⁻⁹)")
    #expect(Ticks.title("Loss (log scale)", on: tiny) == "Loss (log scale, ×10⁻⁹)")
    #expect(Ticks.title("Loss", on: Scale(domain: 0...2, from: 0, to: 1)) == "Loss")
  }

  @Test func `shares are labelled in percent`() {
    #expect(labels(0.6...1, style: .percent, count: 4) == ["60", "70", "80", "90", "100"])
  }

  @Test func `decades on a wide logarithmic axis`() {
    #expect(labels(1e-3...1e3, .logarithmic, count: 6) == ["0.001", "0.01", "0.1", "1", "10", "100", "1000"])
    #expect(labels(1e-8...1e8, .logarithmic, count: 4) == ["10⁻⁸", "10⁻⁴", "1", "10⁴", "10⁸"])
  }

  @Test func `whole numbers only on an axis of epochs`() {
    #expect(labels(1...3, style: .whole) == ["1", "2", "3"])
    #expect(labels(1...1.5, style: .whole) == ["1"])
  }

  @Test func `fractions on an axis that holds no whole epoch`() {
    #expect(labels(0.05...0.82, style: .whole, count: 4) == ["0.2", "0.4", "0.6", "0.8"])
  }

  @Test func `a logarithmic axis has no more labels than there is room for`() {
    #expect(labels(1e-5...1e-2, .logarithmic, count: 2) == ["10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²"])
    #expect(labels(0.02...3, .logarithmic, count: 2) == ["0.1", "1"])
    #expect(labels(0.05...3, .logarithmic, count: 6) == ["0.05", "0.1", "0.2", "0.5", "1", "2"])
  }

  @Test func `no axis has a lone label where two are possible`() {
    #expect(labels(0.06...0.15, style: .percent, count: 2).count >= 2)
  }

  @Test func `epochs beyond all counting are written short`() {
    #expect(labels(0...2e300, style: .whole, count: 2) == ["0", "1.00×10³⁰⁰", "2.00×10³⁰⁰"])
    #expect(labels(1e-300...2e-300, style: .whole, count: 1) == ["1.00×10⁻³⁰⁰", "2.00×10⁻³⁰⁰"])
  }

  @Test func `a narrow logarithmic axis leaves out the power that it states`() {
    let scale = Scale(.logarithmic, domain: 2e-4...4e-4, from: 0, to: 1)
    #expect(Ticks.on(scale, count: 2).map(\.label) == ["2", "3", "4"])
    #expect(Ticks.power(of: scale) == -4)
  }

  @Test(arguments: [
    0...Double.leastNonzeroMagnitude, -1.7976931348623157e308...1.7976931348623157e308,
    0...1.7976931348623157e308,
    1e300...(1e300).nextUp, -1e-300...1e300,
  ])
  func `no domain is too wide, too narrow or too far out`(domain: ClosedRange<Double>) {
    let enclosing = Ticks.enclosing(domain, count: 5)
    #expect(enclosing.lowerBound.isFinite && enclosing.upperBound.isFinite)
    for style in [Ticks.Style.number, .percent, .whole] {
      #expect(labels(domain, style: style).allSatisfy { $0.count < 40 })
      #expect(labels(domain, style: style).count < 20)
    }
  }

  @Test func `ticks rise, lie in the domain and carry different labels`() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<2_000 {
      let kind: Scale.Kind = round % 2 == 0 ? .linear : .logarithmic
      let lower = Double.random(in: -12...9, using: &generator)
      let factor = 1 + Double.random(in: 0.01...1e4, using: &generator)
      let start = Scale.Kind.linear == kind && round % 3 == 0 ? -power(lower) : power(lower)
      let domain = start...(start + abs(start) * factor)
      let ticks = Ticks.on(Scale(kind, domain: domain, from: 0, to: 1), count: 5)
      let values = ticks.map(\.value)
      let width = domain.upperBound - domain.lowerBound
      #expect(values == values.sorted())
      #expect(
        values.allSatisfy { $0 >= domain.lowerBound - 1e-6 * width && $0 <= domain.upperBound + 1e-6 * width }
      )
      #expect(Set(ticks.map(\.label)).count == ticks.count, "\(domain) \(kind): \(ticks.map(\.label))")
      #expect(ticks.count <= 14)
      #expect(kind == .logarithmic || ticks.count >= 2, "\(domain): \(ticks.map(\.label))")
    }
  }

  private func power(_ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= exponent < 0 ? 0.1 : 10 }
    return result
  }

  @Test func `an enclosing range ends on ticks`() {
    #expect(Ticks.enclosing(0.23...0.87, count: 5) == 0.2...1.0)
    #expect(Ticks.enclosing(5...5, count: 5) == 5...5)
  }
}
