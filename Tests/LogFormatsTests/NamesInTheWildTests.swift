import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// A name as some tool or some people write it, and what it says.
struct NameInTheWild: Sendable, CustomTestStringConvertible {
  let name: String
  /// `nil` where the name says no split.
  let split: Split?
  /// `nil` for a name that is no curve, or says nothing of what it measures.
  let kind: Metric.Kind?
  let direction: Metric.Direction
  let writer: String
  var testDescription: String { "\(name) (\(writer))" }

  static let all: [NameInTheWild] = {
    let text = (try? String(contentsOfFile: Fixtures.path("vocabulary/names.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      let direction: Metric.Direction =
        switch cells[3] {
        case "lower": .lowerIsBetter
        case "higher": .higherIsBetter
        default: .none
        }
      return NameInTheWild(
        name: cells[0], split: Split(rawValue: cells[1]), kind: Metric.Kind(rawValue: cells[2]),
        direction: direction, writer: cells[4])
    }
  }()
}

struct NamesInTheWildTests {
  @Test func `the table holds several hundred names, each once`() {
    #expect(NameInTheWild.all.count > 500)
    #expect(Set(NameInTheWild.all.map(\.name)).count == NameInTheWild.all.count)
  }

  @Test(arguments: NameInTheWild.all)
  func `a name says its split, its metric and which way is better`(expected: NameInTheWild) {
    let heading = Heading(expected.name)
    let isNothing = heading.isIgnored || heading.metric.kind == .other
    #expect((isNothing ? nil : heading.metric.kind) == expected.kind)
    guard !isNothing, expected.kind != nil else { return }
    #expect(heading.metric.direction == expected.direction)
    #expect(heading.split == expected.split)
  }
}
