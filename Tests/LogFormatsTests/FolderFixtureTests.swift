import LogFormats
import RunRecords
import TestSupport
import Testing

/// Folders that the tools wrote, with the values that they reported.
struct FolderFixtureTests {
  struct Expectation: Sendable, CustomTestStringConvertible {
    let folder: String
    let runs: [String]
    let count: Int
    let training: (first: Double, last: Double)
    let validation: (last: Double, lowest: Double)
    var testDescription: String { folder }
  }

  static let all = [
    Expectation(
      folder: "lightning-resumed", runs: ["version_0-version_1"], count: 30, training: (2.268, 0.2674),
      validation: (1.131, 0.8023)),
    Expectation(
      folder: "mmengine-resumed", runs: ["20261123_010531-20261123_010624"], count: 35,
      training: (2.292, 0.06131), validation: (0.9957, 0.7233)),
    Expectation(
      folder: "tensorboard-downloads",
      runs: ["two_writers_digits_diverge", "two_writers_digits_overfit"], count: 40,
      training: (2.262, 0.04768), validation: (1.194, 0.6767)),
  ]

  @Test(arguments: all)
  func `the runs are those that were trained, from their first to their last epoch`(expected: Expectation)
    throws
  {
    let runs = try FormatShelf.standard.runs(at: Fixtures.path("runs/folders/\(expected.folder)"))
    #expect(runs.map(\.name) == expected.runs)
    let run = try #require(try runs.last?.read())
    let training = try #require(run.first(.loss, .training))
    let validation = try #require(run.first(.loss, .validation))
    #expect(training.count == expected.count && validation.count == expected.count)
    try check(training.values.first, expected.training.first)
    try check(training.values.last, expected.training.last)
    try check(validation.values.last, expected.validation.last)
    try check(validation.values.min(), expected.validation.lowest)
  }

  /// Compares to four significant digits.
  private func check(_ value: Double?, _ expected: Double) throws {
    #expect(abs(try #require(value) - expected) <= expected * 0.000_51)
  }
}
