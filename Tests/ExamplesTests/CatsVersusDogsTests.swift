import Foundation
import TestSupport
import Testing

@Suite struct CatsVersusDogsTests {
  @Test func `both models are trained on drawn pictures, and the one with a hidden layer overfits`() throws {
    let example = try Command("cats-versus-dogs")
    let result = try example("lesson")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.hasPrefix(
        #"300 pictures to learn from, 100 to be judged by; classes ["cat", "dog"]"#))
    #expect(result.output.contains("\nmlp: Overfits from epoch "))
    #expect(!result.output.contains("\nlinear: Overfits"))
    let accuracies = result.output.matches(of: /Epoch \[25\/25\], .* Train Acc: ([0-9.]+)%/).compactMap {
      Double($0.1)
    }
    try #require(accuracies.count == 2)
    #expect(accuracies[0] < 90)
    #expect(accuracies[1] > 95)
    let written = example.files.filter { !$0.hasPrefix("lesson/pets/") }
    #expect(written == ["lesson/linear.csv", "lesson/linear.pdf", "lesson/mlp.csv", "lesson/mlp.pdf"])
    #expect(example.files.count { $0.hasSuffix(".png") } == 400)
  }
}
