import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

struct GzipTests {
  private static let rows = (1...20_000).map { "\($0),\(1 / Double($0)),0.5\n" }
  private static let text = "epoch,train_loss,val_loss\n" + rows.joined()

  /// Packs a text with the system's gzip.
  private func packed(_ text: String, _ folder: ScratchFolder) throws -> [UInt8] {
    let path = try folder.write(text.utf8, to: "run.csv")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-f", path]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
  }

  @Test func `a packed log reads like the log itself and loses the ending of its name`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(try packed(Self.text, folder), to: "run.csv.gz")
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.name == "run.csv")
    #expect(run.source == path)
    #expect(run.first(.loss, .training)?.values == (1...20_000).map { 1 / Double($0) })
    #expect(run.notes.isEmpty)
  }

  @Test func `members one behind the other make one log`() throws {
    let folder = try ScratchFolder()
    let bytes = try packed("epoch,train_loss\n1,0.5\n", folder) + packed("2,0.25\n", folder)
    let run = try FormatShelf.standard.read(bytes: bytes, name: "run.csv.gz")
    #expect(run.first(.loss, .training)?.values == [0.5, 0.25])
  }

  @Test func `of an archive that is cut off, what came before is read`() throws {
    let bytes = try packed(Self.text, ScratchFolder())
    let run = try FormatShelf.standard.read(bytes: Array(bytes.dropLast(bytes.count / 3)), name: "run.csv.gz")
    let values = try #require(run.first(.loss, .training)?.values)
    #expect(values.count > 1_000 && values.count < 20_000)
    #expect(run.notes(.droppedRows).contains { $0.text.contains("gzip archive is cut off") })
  }

  @Test func `an archive of which nothing can be unpacked is refused`() throws {
    let error = try readError([0x1F, 0x8B, 8, 0])
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("gzip"))
  }

  @Test func `a damaged archive is refused wherever the damage is`() throws {
    let bytes = try packed(Self.text, ScratchFolder())
    for place in [20, bytes.count / 2, bytes.count - 6] {
      var damaged = bytes
      for index in place..<min(place + 4, bytes.count) { damaged[index] ^= 0x5A }
      #expect(throws: LogError.self) {
        _ = try FormatShelf.standard.read(bytes: damaged, name: "run.csv.gz")
      }
    }
  }

  @Test func `gigabytes of zeros in a small archive end with an error, not with the memory`() throws {
    let folder = try ScratchFolder()
    let small = try packed(String(repeating: "\0", count: 40 << 20), folder)
    #expect(small.count < 100_000)
    #expect(throws: LogError.self) {
      _ = try FormatShelf.standard.read(bytes: small, name: "run.csv.gz")
    }
  }
}
