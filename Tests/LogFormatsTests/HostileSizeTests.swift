import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Small logs that claim to be large, and large ones that repeat themselves: memory holds what a log needs, not what
/// it says.
struct HostileSizeTests {
  /// The bytes of a `.npy` file with this header.
  private func npy(_ header: String, data: [UInt8] = []) -> [UInt8] {
    let length = UInt16(header.utf8.count)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array(header.utf8) + data
  }

  @Test(arguments: [
    "(9223372036854775807,)", "(4611686018427387904, 2)", "(1, 1, 3000000000000000000)",
    "(99999999999999999999,)",
    "(-1,)", "(4294967296,)",
  ])
  func `an array that is not there is refused`(shape: String) throws {
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': \(shape), }\n"
    let error = try readError(npy(header, data: [1, 2, 3, 4, 5, 6, 7, 8]), name: "val_loss.npy")
    #expect(error.kind == .malformed || error.kind == .unrecognized)
  }

  @Test func `an array with no elements along an axis of any length is refused`() throws {
    let header = "{'descr': '<f8', 'fortran_order': True, 'shape': (0, 9223372036854775807), }\n"
    _ = try readError(npy(header), name: "val_loss.npy")
  }

  @Test(arguments: [
    "history.json", "log.jsonl", "trainer_state.json", "metrics.json", "run-a_val-tag-loss.json",
  ])
  func `brackets without end are refused`(name: String) throws {
    for opening in ["[", "{\"loss\": ", "[{\"a\":", "("] {
      let text = String(repeating: opening, count: 200_000)
      #expect(try readError(text, name: name).kind != .empty)
      _ = try readError("{\"log_history\": [{\"loss\": 1, \"x\": " + text, name: name)
    }
  }

  @Test func `an entry with long texts in it is refused`() throws {
    let text = String(repeating: "x", count: 1 << 19)
    let entry =
      "{\"epoch\": 1, \"loss\": 0.5, \"texts\": [" + String(repeating: "\"\(text)\",", count: 14) + "0]}\n"
    let error = try readError("{\"epoch\": 0, \"loss\": 1}\n" + entry, name: "log.jsonl")
    #expect(error.problem.contains("too many"))
  }

  @Test func `an entry with a text of some size in it is read`() throws {
    // Longer than the beginning by which a log is recognised.
    let text = String(repeating: "x", count: 1 << 17)
    let entries = ["0.5", "0.25"].map { "{\"loss\": \($0), \"text\": \"\(text)\"}\n" }
    let run = try read("{\"loss\": 1}\n" + entries.joined(), name: "log.jsonl")
    #expect(run.series("loss")?.values == [1, 0.5, 0.25])
  }

  @Test func `keys without end are cut`() throws {
    let key = String(repeating: "k", count: 1 << 17)
    let lines = (0..<40).map { "{\"epoch\": \($0), \"loss\": 1, \"\(key)\(key.prefix($0))_loss\": 2}\n" }
      .joined()
    let run = try read("{\"epoch\": -1, \"loss\": 1}\n" + lines, name: "log.jsonl")
    #expect(run.series("loss")?.count == 41)
    #expect(run.series.allSatisfy { $0.name.unicodeScalars.count <= 121 })
  }

  @Test func `names beyond number are not remembered`() throws {
    let lines = (0..<10_000).map { "{\"step\": \($0), \"loss\": 1, \"x\($0)_loss\": 2}\n" }.joined()
    let run = try read(lines, name: "log.jsonl")
    #expect(run.series.count <= 4_096)
    #expect(run.series("loss")?.summary.count == 10_000)
  }

  @Test func `a column of a database that computes a text without end is refused`() throws {
    let folder = try ScratchFolder()
    try makeDatabase(
      folder("mlflow.db"),
      """
      CREATE TABLE runs (name TEXT, run_uuid TEXT AS (hex(zeroblob(200000000))), lifecycle_stage TEXT);
      CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT, step BIGINT, is_nan BOOLEAN);
      INSERT INTO runs (name, lifecycle_stage) VALUES ('a', 'active');
      INSERT INTO metrics VALUES ('train_loss', 2.3, 1, '8f2', 0, 0);
      """)
    let error = try #require(throws: LogError.self) {
      try FormatShelf.standard.runs(at: folder("mlflow.db"))
    }
    #expect(error.kind == .malformed)
  }

  /// The places of the central directory's entries in a ZIP archive.
  private func entries(_ archive: [UInt8]) -> [Int] {
    archive.indices.filter { archive[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
  }

  @Test(arguments: [20, 24, 42])
  func `an archive whose directory claims what is not there is refused`(field: Int) throws {
    let bytes = try Fixtures.bytes("runs/numpy/history.npz")
    #expect(!entries(bytes).isEmpty)
    for size: [UInt8] in [[0xF0, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x10]] {
      var claiming = bytes
      for entry in entries(bytes) { claiming.replaceSubrange(entry + field..<entry + field + 4, with: size) }
      #expect(try readError(claiming, name: "history.npz").kind != .empty)
    }
  }
}
