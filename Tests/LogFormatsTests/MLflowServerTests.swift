import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct MLflowServerTests {
  private static let diverged = "b5ab8f556c954668b5686fcaa60c5c16"

  private static func body(_ name: String) -> String {
    (try? String(contentsOfFile: Fixtures.path("runs/mlflow/rest/\(name).json"), encoding: .utf8)) ?? ""
  }

  /// A server that answers as the one of MLflow did.
  private func server() throws -> AnswerServer {
    try AnswerServer { request in
      let line = request.prefix { !$0.isNewline }
      if line.contains("/pages/api") { return (200, "<html>") }
      if line.contains("experiments/search") { return (200, Self.body("experiments_search")) }
      if line.contains("runs/search") {
        return (200, request.contains("\"experiment_ids\": [\"1\"]") ? Self.body("runs_search") : "{}")
      }
      if line.contains("get-by-name?experiment_name=my%20demo") {
        return (200, "{\"experiment\": {\"experiment_id\": \"1\", \"name\": \"my demo\"}}")
      }
      if line.contains("experiments/get?experiment_id=1") {
        return (200, "{\"experiment\": {\"experiment_id\": \"1\", \"name\": \"demo\"}}")
      }
      if line.contains("runs/get?run_id=\(Self.diverged)") { return (200, Self.body("run_get_diverge")) }
      if line.contains("metric_key=train_loss") {
        return (200, Self.body("get_history_diverge_train_loss"))
      }
      if line.contains("metric_key=val_loss") { return (200, Self.body("get_history_diverge_val_loss")) }
      if line.contains("metric_key=paged_loss&max_results=25000&page_token") {
        return (200, Self.body("get_history_paged_2").replacing("\"next_page_token\"", with: "\"last\""))
      }
      if line.contains("metric_key=paged_loss") { return (200, Self.body("get_history_paged_1")) }
      if line.contains("get-history") { return (200, "{}") }
      return (404, Self.body("error_run_not_found"))
    }
  }

  private func base(_ server: AnswerServer) -> String { "mlflow:http://127.0.0.1:\(server.port)" }

  @Test(arguments: ["", "/", "/1", "/my demo", "/my%20demo", "/#/experiments/1", "/#/experiments/1?x=2"])
  func `the active runs of a server or an experiment are found`(path: String) throws {
    let server = try server()
    let runs = try FormatShelf.standard.runs(at: base(server) + path)
    let prefix = path.hasPrefix("/my") ? "my demo" : "demo"
    #expect(runs.count == 4)
    #expect(runs.first?.name == "\(prefix)/digits-diverge")
    #expect(runs.first?.source == base(server) + "/" + Self.diverged)
  }

  @Test(arguments: ["/", "/#/experiments/1/runs/", "/experiments/1/runs/"])
  func `the history of a run is read, NaN and infinite values too`(path: String) throws {
    let server = try server()
    let run = try FormatShelf.standard.read(path: base(server) + path + Self.diverged)
    #expect(run.name == "digits-diverge")
    #expect(run.format == "mlflow")
    #expect(run.names == ["train_loss", "val_loss"])
    let losses = try #require(run.series("train_loss")).values
    #expect(abs((losses.first ?? 0) - 2.208_262) < 1e-6)
    #expect(losses[7...8].allSatisfy { $0 == .infinity })
    #expect(losses[9...].allSatisfy { $0.isNaN })
  }

  @Test func `every page of a history is read`() throws {
    let server = try server()
    let runs = MLflowClient(
      server: "http://127.0.0.1:\(server.port)", source: "x", access: MLflowAccess(login: nil))
    var steps: [Double] = []
    try runs.getPages(
      "metrics/get-history", [("run_id", "paged"), ("metric_key", "paged_loss"), ("max_results", "25000")],
      list: "metrics"
    ) {
      steps += $0.compactMap { $0["step"]?.number }
    }
    #expect(steps == (0..<20).map { Double($0) })
  }

  @Test func `what a server refuses is told in its words`() throws {
    let server = try server()
    let address = base(server) + "/" + String(repeating: "f", count: 32)
    let error = try #require(throws: LogError.self) { _ = try FormatShelf.standard.runs(at: address) }
    #expect(error.kind == .unavailable)
    #expect(error.found == "Run with id=doesnotexist not found")
    let foreign = try #require(throws: LogError.self) {
      _ = try FormatShelf.standard.runs(at: base(server) + "/pages/1")
    }
    #expect(foreign.problem.contains("web page"))
  }

  @Test func `a server that is not there is told`() throws {
    let error = try #require(throws: LogError.self) {
      _ = try FormatShelf.standard.runs(at: "mlflow:http://127.0.0.1:1")
    }
    #expect(error.kind == .unavailable)
  }

  @Test(arguments: [
    ("mlflow:https://a.b/x/mlflow/7", "https://a.b/x/mlflow", MLflowAddress.Target.experiment("7")),
    ("mlflow:http://a:5000/mlflow/#/experiments/3/runs/9f", "http://a:5000/mlflow", .run("9f")),
    ("mlflow:http://a:5000?x=1", "http://a:5000", .everything),
    ("mlflow:http://a/%C3%A9t%C3%A9", "http://a", .experimentNamed("été")),
    ("mlflow:http://a/my exp/run 1", "http://a/my%20exp", .experimentNamed("run 1")),
  ])
  func `an address is taken apart`(address: String, server: String, target: MLflowAddress.Target) throws {
    let taken = try #require(MLflowAddress(address))
    #expect(taken.server == server)
    #expect(taken.target == target)
  }

  @Test(arguments: ["mlflow:", "mlflow:x", "mlflow:http://", "mlflow:file:///etc"])
  func `what is no address is refused`(address: String) {
    #expect(MLflowAddress(address) == nil)
    #expect(throws: LogError.self) { _ = try FormatShelf.standard.runs(at: address) }
  }

  @Test func `texts are written as JSON and Base64 write them`() {
    #expect(MLflowClient.quoted("a\"b\\\n") == "\"a\\\"b\\\\\\u000a\"")
    #expect(["", "a", "ab", "abc"].map { Base64.encode(Array($0.utf8)) } == ["", "YQ==", "YWI=", "YWJj"])
  }
}
