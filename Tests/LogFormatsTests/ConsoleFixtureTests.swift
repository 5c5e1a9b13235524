import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

/// What the tools that printed the fixtures said about their last values.
struct ConsoleExpectation: Sendable, CustomTestStringConvertible {
  let cells: [String]
  var testDescription: String { cells[0] }

  static let all: [ConsoleExpectation] = {
    let text = (try? String(contentsOfFile: Fixtures.path("runs/console/index.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      ConsoleExpectation(cells: line.split(separator: "\t").map(String.init))
    }
  }()
}

struct ConsoleFixtureTests {
  @Test func `the index lists at least twenty consoles`() {
    #expect(ConsoleExpectation.all.count >= 20)
  }

  @Test(arguments: ConsoleExpectation.all)
  func `the last values are those that the run reported`(expected: ConsoleExpectation) throws {
    let cells = expected.cells
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/console/\(cells[0])"))
    #expect(run.format == cells[1])
    let training = try #require(run.series(cells[2]))
    let validation = try #require(run.series(cells[4]))
    #expect(training.split == .training)
    #expect(validation.split == .validation)
    check(training.values.last, cells[3])
    check(validation.values.last, cells[5])
    #expect(String(training.count) == cells[6])
    // What is judged first is the pair that the index names.
    #expect(run.series.first?.name == cells[2])
  }

  private func check(_ value: Double?, _ expected: String) {
    guard expected != "-", let value, let wanted = Double(expected) else { return }
    #expect(value.isNaN && wanted.isNaN || abs(value - wanted) <= 1e-3 * abs(wanted) + 1e-9)
  }

  @Test func `fastai's numbers are told apart where they touch`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/console/fastai-diverge.txt"))
    #expect(run.series("train_loss")?.values.first == 417849411758171849377185792)
    #expect(run.series("valid_loss")?.values.first == 578602.5)
    #expect(run.series("accuracy")?.values.first == 0.103704)
  }
}
