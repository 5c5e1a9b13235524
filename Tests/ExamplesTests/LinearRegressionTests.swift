import Foundation
import TestSupport
import Testing

@Suite struct LinearRegressionTests {
  @Test func `each of the three ways finds the true line, and the run is recorded`() throws {
    let example = try Command("linear-regression")
    let result = try example("lesson")
    #expect(result.status == 0, "\(result.errors)")
    let lines = Dictionary(
      uniqueKeysWithValues: result.output.matches(of: /(.+): slope (.+), intercept (.+)/).map {
        (String($0.1), [$0.2, $0.3].compactMap { Double($0.replacing("−", with: "-")) })
      })
    let truth = try #require(lines["true line"])
    #expect(truth == [2.5, -1])
    for way in ["by hand", "with a layer and SGD", "with a trainer"] {
      let line = try #require(lines[way])
      #expect(zip(line, truth).allSatisfy { abs($0 - $1) < 0.05 }, "\(way): \(line)")
    }
    #expect(result.output.contains("Epoch [20/20], Train Loss: "))
    #expect(result.output.contains(/A good fit. Keep epoch [0-9]+.\n$/))
    #expect(example.files == ["lesson/linear-regression.csv", "lesson/linear-regression.pdf"])
  }
}
