import Drawing
import Testing

@testable import PetDrawing

@Suite struct PetDrawingTests {
  func recording(
    _ species: PetDrawing.Species, index: Int = 3, split: PetDrawing.Split = .training, seed: UInt64 = 1,
    side: Double = 64
  ) -> String {
    let canvas = RecordingCanvas(size: Size(width: side, height: side))
    PetDrawing(seed: seed).draw(species, index: index, split: split, on: canvas)
    return canvas.text
  }

  @Test(arguments: PetDrawing.Species.allCases) func `the same words give the same drawing`(
    species: PetDrawing.Species
  ) {
    #expect(recording(species) == recording(species))
  }

  @Test func `every word changes the drawing`() {
    let drawings = [
      recording(.cat), recording(.dog), recording(.cat, index: 4), recording(.cat, split: .validation),
      recording(.cat, seed: 2),
    ]
    #expect(Set(drawings).count == drawings.count)
  }

  @Test(arguments: [8.0, 64, 500]) func `nothing is drawn at a place that is no number`(side: Double) {
    for index in 0..<10 {
      let text = recording(.dog, index: index, side: side)
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
  }

  /// Otherwise one shape alone would tell the species.
  @Test func `each kind of ears is found on both species, not as often`() {
    var ears: [PetDrawing.Species: [Traits.Ears: Int]] = [:]
    for species in PetDrawing.Species.allCases {
      for index in 0..<400 as Range<UInt64> {
        var random = Randomness(index)
        ears[species, default: [:]][Traits(species, &random).ears, default: 0] += 1
      }
    }
    for kind in Traits.Ears.allCases {
      let counts = PetDrawing.Species.allCases.map { ears[$0]?[kind] ?? 0 }
      #expect(counts.allSatisfy { $0 > 0 })
      #expect((counts.max() ?? 0) > 2 * (counts.min() ?? 0))
    }
  }
}

@Suite struct RandomnessTests {
  @Test func `numbers stay in their ranges and fill them`() {
    var random = Randomness(1)
    let whole = (0..<500).map { _ in random.number(in: 2...4) }
    #expect(Set(whole) == [2, 3, 4])
    let real = (0..<500).map { _ in random.number(in: -1.0...1) }
    #expect(real.allSatisfy { (-1...1).contains($0) })
    #expect((real.min() ?? 0) < -0.95 && (real.max() ?? 0) > 0.95)
  }

  @Test func `a deviation has its size`() {
    var random = Randomness(2)
    let values = (0..<4000).map { _ in random.deviation(3) }
    let mean = values.reduce(0, +) / 4000
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4000
    #expect(abs(mean) < 0.2)
    #expect(abs(variance.squareRoot() - 3) < 0.2)
    #expect(values.allSatisfy { abs($0) <= 6 })
  }

  @Test func `choices come as often as their weights say`() {
    var random = Randomness(3)
    let choices = (0..<2000).map { _ in random.choice(["a": 0.7, "b": 0.2], otherwise: "c") }
    for (choice, weight) in [("a", 0.7), ("b", 0.2), ("c", 0.1)] {
      #expect(abs(Double(choices.count { $0 == choice }) / 2000 - weight) < 0.04)
    }
  }

  @Test func `the order of the words counts`() {
    var (one, other, third) = (Randomness(1, 2), Randomness(2, 1), Randomness(1, 2, 0))
    let first = one.number(in: 0.0...1)
    #expect(first != other.number(in: 0.0...1))
    #expect(first != third.number(in: 0.0...1))
  }
}
