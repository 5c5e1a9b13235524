import LogFormats
import TestSupport
import Testing

/// A search over hyperparameters is a run that logs nothing, with the trials below it.
struct MLflowParentsTests {
  @Test func `a folder of runs leaves out those that only gather others`() throws {
    let store = try ScratchFolder()
    try store.write("experiment_id: 1\nname: search\n".utf8, to: "1/meta.yaml")
    for run in ["sweep", "trial-0", "trial-1", "empty"] {
      try store.write("run_id: \(run)\nrun_name: \(run)\n".utf8, to: "1/\(run)/meta.yaml")
      try store.write("x".utf8, to: "1/\(run)/tags/mlflow.user")
    }
    for run in ["trial-0", "trial-1"] {
      try store.write("sweep".utf8, to: "1/\(run)/tags/mlflow.parentRunId")
      try store.write("1 0.5 0\n2 0.4 1\n".utf8, to: "1/\(run)/metrics/val_loss")
    }
    #expect(
      try FormatShelf.standard.runs(at: store.path).map(\.name)
        == ["search/empty", "search/trial-0", "search/trial-1"])
    try store.write("1 0.5 0\n".utf8, to: "1/sweep/metrics/best_loss")
    #expect(try FormatShelf.standard.runs(at: store.path).count == 4)
  }

  @Test func `so does a database`() throws {
    let folder = try ScratchFolder()
    try makeDatabase(
      folder("mlflow.db"),
      """
      CREATE TABLE runs (run_uuid TEXT, name TEXT, lifecycle_stage TEXT);
      CREATE TABLE metrics (key TEXT, value FLOAT, timestamp BIGINT, run_uuid TEXT, step BIGINT, is_nan BOOLEAN);
      CREATE TABLE tags (key TEXT, value TEXT, run_uuid TEXT);
      INSERT INTO runs VALUES ('a', 'sweep', 'active'), ('b', 'trial', 'active'), ('c', 'empty', 'active');
      INSERT INTO tags VALUES ('mlflow.parentRunId', 'a', 'b'), ('mlflow.user', 'c', 'c');
      INSERT INTO metrics VALUES ('val_loss', 0.5, 1, 'b', 0, 0), ('val_loss', 0.4, 2, 'b', 1, 0);
      """)
    #expect(try FormatShelf.standard.runs(at: folder("mlflow.db")).map(\.name) == ["trial", "empty"])
  }

  @Test func `so does a server`() throws {
    let server = try AnswerServer { request in
      let line = request.prefix { !$0.isNewline }
      if line.contains("experiments/get") {
        return (200, #"{"experiment": {"experiment_id": "1", "name": "search"}}"#)
      }
      return (
        200,
        """
        {"runs": [
          {"info": {"run_id": "a", "run_name": "sweep"}, "data": {"params": [{"key": "n", "value": "2"}]}},
          {"info": {"run_id": "b", "run_name": "trial"},
           "data": {"metrics": [{"key": "val_loss", "value": 0.4}],
                    "tags": [{"key": "mlflow.parentRunId", "value": "a"}]}}]}
        """
      )
    }
    let runs = try FormatShelf.standard.runs(at: "mlflow:http://127.0.0.1:\(server.port)/1")
    #expect(runs.map(\.name) == ["search/trial"])
  }
}
