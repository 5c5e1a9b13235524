import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Logs that are written while they are read: what is read is what was written up to some moment, and no part of a
/// number passes for a whole one.
struct GrowingLogTests {
  /// A way in which rows are written.
  struct Writing: Sendable, CustomTestStringConvertible {
    let name: String
    var header = ""
    let row: @Sendable (_ epoch: Int, _ loss: String) -> String

    var testDescription: String { name }
  }

  private static let writings = [
    Writing(name: "run.csv", header: "epoch,train_loss\n") { "\($0),\($1)\n" },
    Writing(name: "log.jsonl") { "{\"epoch\": \($0), \"train_loss\": \($1)}\n" },
    Writing(name: "console.txt") { "Epoch \($0)/900\ntrain_loss: \($1)\n" },
  ]

  private static let losses = (0..<900).map { String(format: "%.7f", 2.5 / Double($0 + 1) + 0.01) }

  @Test(arguments: writings)
  func `a log that grows while it is read is read up to some moment`(writing: Writing) async throws {
    let folder = try ScratchFolder()
    let begin = writing.header + (1...10).map { writing.row($0, Self.losses[$0 - 1]) }.joined()
    let path = try folder.write(begin.utf8, to: writing.name)
    let rest = Array((11...900).map { writing.row($0, Self.losses[$0 - 1]) }.joined().utf8)
    let whole = Self.losses.compactMap(Double.init)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    let writer = Task.detached {
      // In pieces that end anywhere in a row.
      for start in stride(from: 0, to: rest.count, by: 13) {
        try file.write(contentsOf: rest[start..<min(start + 13, rest.count)])
      }
      try file.close()
    }
    var count = 10
    for _ in 0..<40 {
      let run = try FormatShelf.standard.read(path: path)
      let values = try #require(run.first(.loss, .training)?.values)
      #expect(values.elementsEqual(whole.prefix(values.count)))
      #expect(values.count >= count)
      count = values.count
    }
    try await writer.value
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.first(.loss, .training)?.values == whole)
  }

  @Test(arguments: writings)
  func `a log is read up to the last whole number wherever it ends`(writing: Writing) throws {
    // The last number is small, so that its first digits alone would be a large one.
    let losses = [
      "0.9130218312746171", "0.5244130938167021", "0.3127419051832194", "0.0041273951827305",
      "0.0003274150938271", "9.512374509183e-05",
    ]
    let numbers = losses.compactMap(Double.init)
    let rows = losses.enumerated().map { writing.row($0 + 1, $1) }
    let text = writing.header + rows.joined()
    let lastRow = text.utf8.count - (rows.last?.utf8.count ?? 0)
    for length in lastRow..<text.utf8.count {
      let run = try FormatShelf.standard.read(bytes: Array(text.utf8.prefix(length)), name: writing.name)
      let values = try #require(run.first(.loss, .training)?.values)
      #expect(values.prefix(5).elementsEqual(numbers.prefix(5)), "\(length)")
      #expect(values.dropFirst(5).allSatisfy { abs($0 - numbers[5]) < 1e-9 }, "\(length): \(values)")
    }
  }

  @Test func `the step of a value that is being written is not read before it is whole`() throws {
    let folder = try ScratchFolder()
    try folder.write("run_id: a\n".utf8, to: "a/meta.yaml")
    let text = "1700 2.5 90\n1701 2.25 100\n1702 2.125 110\n"
    for length in 0...text.utf8.count {
      try folder.write(text.utf8.prefix(length), to: "a/metrics/loss")
      guard let run = try? FormatShelf.standard.read(path: folder("a")) else { continue }
      #expect(run.epochs.elementsEqual([90, 100, 110].prefix(run.epochs.count)), "\(length)")
    }
  }

  @Test func `a file that shrinks while it is read ends where it ends`() throws {
    let folder = try ScratchFolder()
    let row = "1,0.5\n"
    let path = try folder.write(
      ("epoch,train_loss\n" + String(repeating: row, count: 200_000)).utf8, to: "run.csv")
    let input = try LogInput(path: path)
    try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 40)
    let run = try DelimitedText.read(input, options: .init())
    #expect(run.first(.loss, .training)?.values == [0.5])
  }
}
