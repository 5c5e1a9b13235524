import Foundation
import TestSupport
import Testing

/// A server of MLflow on this computer with runs in it, which ends with its last user.
///
/// It is started by `Fixtures/runs/mlflow/live_server.py`, which kills it once its standard input ends: also when the
/// tests crash.
final class LiveMLflow {
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

    let version: String
    let runs: [String: Run]
  }

  let address: String
  let logged: Logged
  let storePath: String
  private let folder: ScratchFolder
  private let process: Process
  private let input: Pipe

  init(_ store: Store) throws {
    folder = try ScratchFolder()
    storePath = folder(store == .sql ? "mlflow.db" : "mlruns")
    process = Process()
    input = Pipe()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      try #require(Self.python), Fixtures.path("runs/mlflow/live_server.py"), store.rawValue, folder.path,
    ]
    process.standardInput = input
    process.standardOutput = output
    try Data().write(to: URL(filePath: folder("errors.log")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder("errors.log")))
    try process.run()
    // Its address is all that it prints, once everything is logged.
    let printed = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = printed.filter { !$0.isNewline }
    let errors = try String(contentsOfFile: folder("errors.log"), encoding: .utf8)
    try #require(!address.isEmpty, "no server of MLflow: \(errors.suffix(2_000))")
    logged = try JSONDecoder().decode(
      Logged.self, from: Data(contentsOf: URL(filePath: folder("logged.json"))))
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// A Python with MLflow: that of `ATML_MLFLOW_PYTHON`, or else `python3`; `nil` if it has none.
  static let python: String? = {
    let python = ProcessInfo.processInfo.environment["ATML_MLFLOW_PYTHON"] ?? "python3"
    let search = Process()
    search.executableURL = URL(filePath: "/usr/bin/env")
    search.arguments = [
      python, "-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('mlflow') is None)",
    ]
    search.standardError = FileHandle.nullDevice
    guard (try? search.run()) != nil else { return nil }
    search.waitUntilExit()
    return search.terminationStatus == 0 ? python : nil
  }()
}
