import ATMLTrain
import Foundation
import TestSupport
import Testing

@Suite struct OverfittingCuredTests {
  @Test func `the run overfits, and its first remedy lowers the validation loss`() throws {
    let example = try Command("overfitting-cured")
    let result = try example()
    #expect(result.status == 0, "\(result.errors)")
    let output = result.output
    #expect(output.contains("Before: Overfits from epoch "))
    #expect(output.contains("First remedy: "))
    #expect(!output.contains("After: Overfits"))
    let losses = try #require(output.firstMatch(of: /Validation loss: ([0-9.]+) before, ([0-9.]+) after/))
    let before = try #require(Double(losses.1))
    #expect(try #require(Double(losses.2)) < 0.95 * before)
    // Each of the other remedies stands behind the loss that it gave, and none makes matters worse.
    let others = output.matches(of: /\n([0-9.]+)  [A-Z]/).compactMap { Double($0.1) }
    #expect(others.count >= 3)
    #expect(others.allSatisfy { $0 < before }, "\(others)")

    #expect(example.files == ["cured.csv", "cured.pdf", "overfitting.csv", "overfitting.pdf"])
    for (name, headline) in [
      ("overfitting", try #require(output.firstMatch(of: /Before: (.+)/)).1),
      ("cured", try #require(output.firstMatch(of: /After: (.+)/)).1),
    ] {
      let record = try RunRecord(contentsOf: example.folder.appending(path: "\(name).csv").path)
      #expect(Report(record.diagnose()).headline == headline)
    }
  }
}
