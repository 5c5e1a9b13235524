import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

struct JSONFixtureTests {
  static let all: [FixtureExpectation] = {
    let text = (try? String(contentsOfFile: Fixtures.path("runs/json/index.tsv"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t").map(String.init)
      return FixtureExpectation(
        file: cells[0], training: Array(cells[1...3]), validation: Array(cells[4...7]))
    }
  }()

  @Test(arguments: all)
  func `values are those that are in the file`(expected: FixtureExpectation) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/json/\(expected.file)"))
    for (cells, split) in [(expected.training, Split.training), (expected.validation, .validation)]
    where cells[0] != "-" {
      let series = try #require(run.series(cells[0]))
      #expect(series.split == split)
      try check(series.values.first, cells[1])
      try check(series.values.last, cells[2])
      if cells.count > 3 { try check(series.values.filter(\.isFinite).min(), cells[3]) }
    }
  }

  private func check(_ value: Double?, _ text: String) throws {
    guard text != "-" else { return }
    let expected = try #require(Double(text))
    let value = try #require(value)
    if expected.isFinite {
      #expect(abs(value - expected) <= abs(expected) * 0.000_51)
    } else {
      #expect(value == expected || value.isNaN && expected.isNaN)
    }
  }

  @Test func `every fixture is checked`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixtures.path("runs/json"))
      .filter { $0.contains(".json") }
    #expect(files.count >= 20)
    #expect(
      Set(files)
        == Set(Self.all.map(\.file) + ["sklearn-learning-curve.json", "sklearn-validation-curve.json"]))
  }

  @Test func `validation in every third epoch stands at the third epochs`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/json/keras-validation-every-3.json"))
    #expect(run.series("loss")?.epochs == (0..<36).map(Double.init))
    #expect(run.series("val_loss")?.epochs == (0..<12).map { Double(3 * $0 + 2) })
  }

  @Test func `zeros of a diverged Trainer are not losses`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/json/hugging-face-diverge-zeros.json"))
    let loss = try #require(run.series("loss"))
    #expect(loss.count == 4)
    #expect(loss.values.dropFirst().allSatisfy { $0.isNaN })
    #expect(run.notes(.interpretation).contains { $0.text.contains("3 values of 0") })
  }

  @Test(arguments: [
    ("mmengine-resumed.json", RunAxis.epoch, 26.0, 35.0), ("mmengine-iterations.json", .step, 50, 300),
  ])
  func `validation of OpenMMLab is placed by what its runner counts`(
    file: String, axis: RunAxis, first: Double, last: Double
  ) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/json/\(file)"))
    #expect(run.axis == axis)
    #expect(run.series("val_loss")?.epochs.first == first)
    #expect(run.series("val_loss")?.epochs.last == last)
    #expect(run.series("loss")?.epochs.last == last)
  }

  @Test(arguments: all)
  func `a fixture that is cut or damaged is read in part or refused`(expected: FixtureExpectation) throws {
    let whole = Array(
      try Data(contentsOf: URL(filePath: Fixtures.path("runs/json/\(expected.file)"))).prefix(6_000))
    for step in 1...12 {
      let place = whole.count * step / 13
      var damaged = whole
      damaged[place] =
        [UInt8(ascii: "{"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "9"), 0xFF][step % 5]
      for bytes in [Array(whole[..<place]), damaged] {
        do {
          let run = try FormatShelf.standard.read(bytes: bytes, name: expected.file)
          #expect(!run.series.isEmpty)
        } catch {
          #expect(!error.description.isEmpty)
        }
      }
    }
  }
}
