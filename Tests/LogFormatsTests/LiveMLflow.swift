import Foundation
import TestSupport

/// A server of MLflow on this computer with runs in it, made by `Fixtures/runs/mlflow/live_server.py`.
struct LiveMLflow {
  /// Where the server keeps its runs.
  enum Store: String, CaseIterable {
    case sql
    case files
  }

  /// What was logged: the bits of values by run, metric and step.
  struct Logged: Decodable {
    struct Run: Decodable {
      let name: String
      let curves: [String: [String: String]]
      let deleted: Bool?
    }

    let runs: [String: Run]
  }

  let logged: Logged
  let storePath: String
  var address: String { server.address }
  private let server: ScriptServer

  init(_ store: Store) throws {
    let folder = try ScratchFolder()
    storePath = folder(store == .sql ? "mlflow.db" : "mlruns")
    server = try ScriptServer(
      "runs/mlflow/live_server.py", [store.rawValue], python: Self.python, folder: folder)
    let url = URL(filePath: folder("logged.json"))
    logged = try JSONDecoder().decode(Logged.self, from: Data(contentsOf: url))
  }

  /// The Python that is asked for MLflow: that of `ATML_MLFLOW_PYTHON`, or else `python3`.
  private static let python = ProcessInfo.processInfo.environment["ATML_MLFLOW_PYTHON"] ?? "python3"

  static let isInstalled = Process.succeeds(
    python, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('mlflow') is None)")
}
