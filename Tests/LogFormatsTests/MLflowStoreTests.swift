import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct MLflowStoreTests {
  private static let experiment = "runs/mlflow/mlruns/501228251640971816"

  private func runs(_ path: String) throws -> [RunLocation] {
    try FormatShelf.standard.runs(at: Fixtures.path(path))
  }

  @Test(arguments: ["runs/mlflow/mlruns", experiment, "runs/mlflow/mlflow.db"])
  func `the runs of a store are those that were not deleted`(path: String) throws {
    #expect(try runs(path).map(\.name).sorted() == ["demo/digits-diverge", "demo/digits-overfit"])
  }

  @Test(arguments: [
    ("mlruns", "mlflow-files", 2.178_253, 0.044_557, 2.208_306, 1.151_697),
    ("mlflow.db", "mlflow-sqlite", 2.160_998, 0.026_957, 2.170_639, 1.294_527),
  ])
  func `values are those that were logged`(
    store: String, format: String, train: Double, trainEnd: Double, val: Double, valEnd: Double
  ) throws {
    let location = try #require(try runs("runs/mlflow/\(store)").first { $0.name.hasSuffix("overfit") })
    let run = try location.read()
    #expect(run.format == format)
    #expect(run.name == "digits-overfit")
    #expect(run.axis == .epoch)
    let pairs = [("train_loss", train, trainEnd), ("val_loss", val, valEnd)]
    for (name, first, last) in pairs {
      let series = try #require(run.series(name))
      #expect(series.epochs == (0..<50).map { Double($0) })
      #expect(abs((series.values.first ?? 0) - first) < 1e-5)
      #expect(abs((series.values.last ?? 0) - last) < 1e-5)
    }
    #expect(!run.names.contains { $0.contains("note") })
  }

  @Test(arguments: ["mlruns", "mlflow.db"])
  func `infinite values and NaN come back as they were logged`(store: String) throws {
    let location = try #require(try runs("runs/mlflow/\(store)").first { $0.name.hasSuffix("diverge") })
    let losses = try #require(try location.read().series("train_loss")).values
    #expect(losses.count == 12)
    #expect(losses[7...8].allSatisfy { $0 == .infinity })
    #expect(losses[9...].allSatisfy { $0.isNaN })
  }

  @Test func `the folder of one run is read even by itself`() throws {
    let path = Fixtures.path(Self.experiment + "/4ee5344dbde8478f87856bc0c4347585")
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.name == "digits-overfit")
    #expect(run.notes(.repeatedEpochs).count == 1)
  }

  @Test func `a database among several runs wants one of them named`() throws {
    let path = Fixtures.path("runs/mlflow/mlflow.db")
    let error = try #require(throws: LogError.self) { _ = try FormatShelf.standard.read(path: path) }
    #expect(error.kind == .severalRuns)
  }

  // MARK: The lines of a metric

  private func readRun(_ files: [String: String]) throws -> RunRecord {
    let folder = try ScratchFolder()
    try folder.write("run_id: abc\n".utf8, to: "r/meta.yaml")
    for (key, text) in files { try folder.write(text.utf8, to: "r/metrics/" + key) }
    return try FormatShelf.standard.read(path: folder("r"))
  }

  @Test(arguments: [
    "1 0.5 3\n2 0.4 4\n", "1 0.5 3 data digest\n2 0.4 4 data digest\n", "1 0.5 3\r\n2 0.4 4\r\n",
  ])
  func `lines have two, three or five fields`(text: String) throws {
    let series = try #require(try readRun(["val/loss": text]).first(.loss, .validation))
    #expect(series.epochs == [3, 4])
    #expect(series.values == [0.5, 0.4])
  }

  @Test func `values without steps are counted`() throws {
    let run = try readRun(["train_loss": "1 3 0\n2 2 0\n3 1 0\n", "test_accuracy": "9 0.5 0\n"])
    #expect(run.series("train_loss")?.epochs == [1, 2, 3])
    #expect(run.notes.contains { $0.text.contains("logged without steps") })
  }

  @Test func `steps become epochs where the run logged its epoch`() throws {
    let run = try readRun([
      "train_loss": "1 3 9\n1 2 19\n1 1 29\n", "val_loss": "1 3 9\n1 2 19\n1 1 29\n",
      "epoch": "1 0 9\n1 1 19\n1 2 29\n",
    ])
    #expect(run.axis == .epoch)
    #expect(run.series("val_loss")?.epochs == [0, 1, 2])
    #expect(try readRun(["loss": "1 3 100\n1 2 200\n"]).axis == .step)
  }

  @Test func `a line that is no value is refused with its file and line`() throws {
    let error = try #require(throws: LogError.self) { _ = try readRun(["loss": "1 3 0\n1 oops 1\n1 2 2\n"]) }
    #expect(error.line == 2)
    #expect(error.source.hasSuffix("metrics/loss"))
    #expect(try readRun(["loss": "1 3 0\n1 2 1\n1 0."]).series("loss")?.count == 2)
  }

  @Test func `runs of one name are told apart by their identifiers`() throws {
    let folder = try ScratchFolder()
    try folder.write("experiment_id: '1'\nname: 'it''s'\n".utf8, to: "1/meta.yaml")
    for run in ["aaaaaaaaaa", "bbbbbbbbbb"] {
      try folder.write("run_id: \(run)\nrun_name: twin\n".utf8, to: "1/\(run)/meta.yaml")
      try folder.write("1 2 0\n".utf8, to: "1/\(run)/metrics/loss")
    }
    let names = try FormatShelf.standard.runs(at: folder.path).map(\.name)
    #expect(names == ["it's/twin (aaaaaaaa)", "it's/twin (bbbbbbbb)"])
  }

  @Test func `runs of one name whose identifiers begin alike are told apart by all of them`() {
    let names = RunNames.distinct([
      ("twin", "aaaaaaaa1"), ("twin", "aaaaaaaa2"), ("twin", "bbbbbbbb"), ("own", "c"),
    ])
    #expect(names == ["twin (aaaaaaaa1)", "twin (aaaaaaaa2)", "twin (bbbbbbbb)", "own"])
  }

  @Test func `a final value does not keep steps from being epochs, and a lone curve does not make them so`()
    throws
  {
    let curve = "1 3 0\n1 2 1\n1 1 2\n"
    #expect(try readRun(["train_loss": curve, "val_loss": curve, "test_loss": "9 1 0\n"]).axis == .epoch)
    #expect(try readRun(["train_loss": curve, "val_loss": curve, "test_loss": "9 1 3\n"]).axis == .epoch)
    #expect(try readRun(["train_loss": curve, "val_loss": curve, "test_loss": "9 1 5\n"]).axis == .step)
    #expect(try readRun(["train_loss": curve]).axis == .step)
  }

  // MARK: Databases

  @Test func `runs of a deleted experiment are passed over`() throws {
    let folder = try ScratchFolder()
    try makeDatabase(
      folder("mlflow.db"),
      """
      CREATE TABLE experiments (experiment_id INTEGER, name TEXT, lifecycle_stage TEXT);
      INSERT INTO experiments VALUES (1, 'old', 'deleted'), (2, 'new', 'active');
      CREATE TABLE runs (run_uuid TEXT, name TEXT, experiment_id INTEGER, lifecycle_stage TEXT);
      INSERT INTO runs VALUES ('a', 'x', 1, 'active'), ('b', 'y', 2, 'active'), ('c', 'z', 2, 'deleted');
      CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT);
      """)
    let runs = try FormatShelf.standard.runs(at: folder("mlflow.db"))
    #expect(runs.map(\.name) == ["new/y"])
    let error = try #require(throws: LogError.self) { _ = try runs[0].read() }
    #expect(error.problem == "the run has no metrics")
  }

  @Test func `a path with any characters is opened`() throws {
    let folder = try ScratchFolder()
    let bytes = try Data(contentsOf: URL(filePath: Fixtures.path("runs/mlflow/mlflow.db")))
    try folder.write(bytes, to: "a?b#c%41 é/mlflow.db")
    #expect(try FormatShelf.standard.runs(at: folder("a?b#c%41 é/mlflow.db")).count == 2)
  }

  @Test func `reading leaves no files beside a database`() throws {
    let folder = try ScratchFolder()
    try makeDatabase(
      folder("mlflow.db"),
      """
      PRAGMA journal_mode = WAL;
      CREATE TABLE runs (run_uuid TEXT, name TEXT); INSERT INTO runs VALUES ('a', 'b');
      CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT);
      INSERT INTO metrics VALUES ('loss', 2, 1, 'a'), ('loss', 1, 2, 'a');
      """)
    let run = try FormatShelf.standard.read(path: folder("mlflow.db"))
    #expect(run.series("loss")?.values == [2, 1])
    #expect(try folder.names() == ["mlflow.db"])
  }

  @Test func `a damaged database is refused or read and never crashes`() throws {
    let folder = try ScratchFolder()
    let bytes = Array(try Data(contentsOf: URL(filePath: Fixtures.path("runs/mlflow/mlflow.db"))))
    var random = SeededGenerator(seed: 5)
    for round in 0..<60 {
      var damaged =
        round % 2 == 0 ? bytes : Array(bytes.prefix(Int.random(in: 16..<bytes.count, using: &random)))
      for _ in 0..<20 {
        damaged[Int.random(in: 16..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let path = try folder.write(damaged, to: "mlflow-\(round).db")
      for run in (try? FormatShelf.standard.runs(at: path)) ?? [] { _ = try? run.read() }
    }
    let path = try folder.write(bytes.prefix(3_000), to: "mlflow-cut.db")
    let error = try #require(throws: LogError.self) { _ = try FormatShelf.standard.runs(at: path) }
    #expect(error.problem.contains("SQLite"))
  }
}
