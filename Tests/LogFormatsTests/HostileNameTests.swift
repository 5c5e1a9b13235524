import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Names from outside that would do something where they are shown: none of it reaches a message, a note or the name
/// of a run as it is.
struct HostileNameTests {
  /// A name that colours, climbs, breaks lines, and turns the text around.
  private static let name = "a\u{1B}[31m\u{1B}]0;x\u{07}\r\n\u{202E}..\u{85}"

  private func isHarmless(_ text: String) -> Bool {
    !text.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || scalar == "\u{202E}" || scalar == "\u{2028}"
    }
  }

  private func expectHarmless(_ run: RunRecord) {
    #expect(isHarmless(run.name))
    for series in run.series { #expect(isHarmless(series.name)) }
    for note in run.notes { #expect(isHarmless(note.text)) }
  }

  private func expectHarmless(_ error: LogError) {
    #expect(isHarmless(error.description))
    for part in [error.source, error.problem, error.found, error.expected, error.advice, error.columnName] {
      #expect(isHarmless(part ?? ""))
    }
  }

  @Test func `names in JSON are harmless in what is read`() throws {
    let name = "loss\\u001b[31m\\n\\u202e\\r"
    expectHarmless(try read("{\"train_\(name)\": [3, 2, 1], \"val_\(name)\": [3, 2]}", name: "history.json"))
    expectHarmless(
      try read("{\"epoch\": 1, \"\(name)\": 2}\n{\"epoch\": 2, \"\(name)\": null}\n", name: "a.jsonl"))
    expectHarmless(try readError("{\"\(name)\": \"\(name)\"}", name: "history.json"))
  }

  @Test func `names in tables are harmless in what is read`() throws {
    let name = "loss\u{1B}[31m\u{202E}\u{07}"
    expectHarmless(try read("epoch,\"train_\(name)\",\"val_\(name)\n\"\n1,2,3\n2,1,3\n"))
    expectHarmless(try readError("epoch,\"\(name)\"\n1,\u{1B}[2Jx\n"))
    expectHarmless(try readError("epoch,train_loss\n1,2\n\u{1B}]0;x\u{07},3\n2,1\n"))
  }

  @Test func `names of files and folders are harmless in messages`() throws {
    let folder = try ScratchFolder()
    let name = Self.name
    try folder.write("nothing\n".utf8, to: "\(name)/\(name).txt")
    expectHarmless(try #require(throws: LogError.self) { try FormatShelf.standard.runs(at: folder(name)) })
    expectHarmless(
      try #require(throws: LogError.self) { try FormatShelf.standard.read(path: folder(name) + "/none") })
    try folder.write("epoch,train_loss\n1,x\n".utf8, to: "\(name)/run.csv")
    expectHarmless(
      try #require(throws: LogError.self) { try FormatShelf.standard.read(path: folder(name) + "/run.csv") })
  }

  @Test func `names of runs are harmless and stand for the files that they were found in`() throws {
    let folder = try ScratchFolder()
    for file in ["\(Self.name).csv", "b/\(Self.name)/run.csv"] {
      try folder.write("epoch,train_loss,val_loss\n1,2,3\n2,1,2\n".utf8, to: file)
    }
    let runs = try FormatShelf.standard.runs(at: folder.path)
    #expect(runs.count == 2)
    for location in runs {
      #expect(isHarmless(location.name))
      expectHarmless(try location.read())
    }
    expectHarmless(try #require(throws: LogError.self) { try FormatShelf.standard.read(path: folder.path) })
  }

  @Test func `names of MLflow's runs are harmless`() throws {
    let folder = try ScratchFolder()
    try folder.write("experiment_id: '1'\nname: x\n".utf8, to: "mlruns/1/meta.yaml")
    for run in ["a", "b"].map({ $0 + Self.name }) {
      try folder.write("run_id: r\nrun_name: same\u{1B}[31m\n".utf8, to: "mlruns/1/\(run)/meta.yaml")
      try folder.write("1 2 0\n2 1 1\n".utf8, to: "mlruns/1/\(run)/metrics/\(Self.name)/loss")
    }
    let path = folder("mlflow.db")
    try makeDatabase(
      path,
      """
      CREATE TABLE runs (run_uuid TEXT, name TEXT, lifecycle_stage TEXT);
      CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT, step BIGINT, is_nan BOOLEAN);
      INSERT INTO runs VALUES (char(27) || '[1m', 'a' || char(27), ''), (char(27) || '[2m', 'a' || char(27), '');
      INSERT INTO metrics SELECT 'a' || char(10) || '/loss', 2, 1, run_uuid, 0, 0 FROM runs;
      """)
    for place in [folder("mlruns"), path] {
      let runs = try FormatShelf.standard.runs(at: place)
      #expect(runs.count == 2)
      for location in runs {
        #expect(isHarmless(location.name))
        expectHarmless(try location.read())
      }
    }
  }
}
