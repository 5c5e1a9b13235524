import Foundation
import RunRecords
import TestSupport
import Testing

extension FixtureExpectation {
  /// The expectations of a folder of fixtures, each with its path below `Fixtures/runs`.
  static func load(_ folder: String) -> [FixtureExpectation] {
    let path = Fixtures.path("runs/\(folder)/index.tsv")
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return FixtureExpectation(
        file: "\(folder)/\(cells[0])", training: Array(cells[1...3]), validation: Array(cells[4...7]))
    }
  }

  /// Compares the losses of a run.
  func check(_ run: RunRecord) throws {
    for (expected, split) in [(training, Split.training), (validation, .validation)] {
      let series = try #require(run.series(expected[0]), "\(file): \(run.names)")
      #expect(series.split == split)
      check(series.values.first, expected[1], "first")
      check(series.values.last, expected[2], "last")
      if expected.count > 3 { check(series.values.filter(\.isFinite).min(), expected[3], "lowest") }
    }
  }

  /// Compares to the four significant digits that the index gives.
  private func check(_ value: Double?, _ text: String, _ what: String) {
    guard text != "-", let expected = Double(text) else { return }
    guard let value else {
      Issue.record("\(file): no \(what) value")
      return
    }
    let isSame =
      expected.isFinite
      ? abs(value - expected) <= abs(expected) * 0.000_51 : expected.isNaN ? value.isNaN : value == expected
    #expect(isSame, "\(file) \(what): \(value), expected \(text)")
  }
}
