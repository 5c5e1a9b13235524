import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Servers that do not mean well, or are not those of MLflow: every one is given up after a bounded time.
struct MLflowHostileServerTests {
  private func error(
    from server: AnswerServer, limits: HTTPLimits = HTTPLimits(standstill: 2, answer: 5, bytes: 1 << 20)
  ) throws -> LogError {
    var client = MLflowClient(
      server: "http://127.0.0.1:\(server.port)", source: "x", access: MLflowAccess(login: nil) { _ in nil })
    client.limits = limits
    return try #require(throws: LogError.self) { _ = try client.get("run", by: "runs/get", []) }
  }

  @Test func `a body without end is cut off`() throws {
    let server = try AnswerServer(sending: { _, send in
      guard send(AnswerServer.head(200)) else { return }
      while send(String(repeating: "[", count: 65_536)) {}
    })
    #expect(try error(from: server).problem == "the answer of the server is longer than 1 MiB")
  }

  @Test(arguments: ["", " "])
  func `a server that drips or falls silent is given up`(drop: String) throws {
    let server = try AnswerServer(sending: { _, send in
      guard send(AnswerServer.head(200)) else { return }
      for _ in 0..<200 where send(drop) { usleep(50_000) }
    })
    let start = ContinuousClock.now
    #expect(try error(from: server).problem == "the server takes too long to answer")
    #expect(ContinuousClock.now - start < .seconds(9))
  }

  @Test func `addresses that lead in a circle are left`() throws {
    let server = try AnswerServer(sending: { _, send in
      _ = send(AnswerServer.head(302, "Location: /again", "Content-Length: 0"))
    })
    #expect(try error(from: server).problem == "the server sends from one address to the next without end")
  }

  @Test func `a token is not told to another server`() throws {
    let other = try AnswerServer { request in
      (200, "{\"run\": {\"isTold\": \(request.contains("t0k"))}}")
    }
    let port = other.port
    let server = try AnswerServer(sending: { _, send in
      _ = send(AnswerServer.head(307, "Location: http://127.0.0.1:\(port)/", "Content-Length: 0"))
    })
    let access = MLflowAccess(login: nil) { $0 == "MLFLOW_TRACKING_TOKEN" ? "t0k" : nil }
    let client = MLflowClient(server: "http://127.0.0.1:\(server.port)", source: "x", access: access)
    guard case .bool(let isTold) = try client.get("run", by: "runs/get", [])["isTold"] else {
      Issue.record("the second server was not asked")
      return
    }
    #expect(!isTold)
  }

  @Test(arguments: [
    (
      "<!DOCTYPE html><title>Log in</title>",
      "the server answers with a web page, as one that wants a login does"
    ),
    ("\n <html>", "the server answers with a web page, as one that wants a login does"),
    ("{}", "the answer of the server is not one of MLflow"),
    ("{\"run\": 3}", "the answer of the server is not one of MLflow"),
    ("[1, 2]", "the answer of the server is not one of MLflow"),
    ("\u{0}\u{1}\u{2}", "the answer of the server is not one of MLflow"),
    (String(repeating: "[", count: 100_000), "the answer of the server is not one of MLflow"),
    (
      "{\"run\": [" + String(repeating: "0,", count: 200_000), "the answer of the server is not one of MLflow"
    ),
  ])
  func `an answer of something else is told`(body: String, problem: String) throws {
    let error = try error(from: try AnswerServer { _ in (200, body) })
    #expect(error.problem == problem)
    #expect(error.description.count < 500)
  }

  @Test(arguments: [
    (401, "MLFLOW_TRACKING_TOKEN"), (403, "MLFLOW_TRACKING_TOKEN"), (404, "Name a run"), (500, "Ask again"),
  ])
  func `a status is told with what to do`(status: Int, advice: String) throws {
    let error = try error(from: try AnswerServer { _ in (status, "<html>no</html>") })
    #expect(error.problem == "the server answers with status \(status)")
    #expect(error.advice?.contains(advice) == true)
  }

  @Test func `a page that is named again is not asked for again`() throws {
    let server = try AnswerServer { _ in (200, #"{"runs": [], "next_page_token": "again"}"#) }
    let error = try #require(throws: LogError.self) {
      _ = try FormatShelf.standard.runs(at: "mlflow:http://127.0.0.1:\(server.port)")
    }
    #expect(error.problem.contains("circle"))
  }

  @Test func `pages without end are left`() throws {
    let count = Counter()
    let server = try AnswerServer { _ in
      (200, "{\"experiments\": [], \"next_page_token\": \"\(count.next())\"}")
    }
    let error = try #require(throws: LogError.self) {
      _ = try FormatShelf.standard.runs(at: "mlflow:http://127.0.0.1:\(server.port)")
    }
    #expect(error.problem == "the server gives more than 2000 pages of experiments")
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
      lock.withLock {
        count += 1; return count
      }
    }
  }

  // MARK: Many metrics, and none

  private func run(_ keys: [String], stage: String = "active") throws -> RunRecord {
    let metrics = keys.map { "{\"key\": \"\($0)\", \"value\": 1, \"step\": 1}" }.joined(separator: ",")
    let server = try AnswerServer { request in
      guard request.contains("get-history") else {
        return (
          200,
          "{\"run\": {\"info\": {\"run_id\": \"a\", \"lifecycle_stage\": \"\(stage)\"}, "
            + "\"data\": {\"metrics\": [\(metrics)]}}}"
        )
      }
      return (
        200,
        #"{"metrics": [{"key": "k", "value": 2, "timestamp": 1}, {"key": "k", "value": 1, "timestamp": 2, "step": 1}]}"#
      )
    }
    let address = "mlflow:http://127.0.0.1:\(server.port)/" + String(repeating: "a", count: 32)
    return try FormatShelf.standard.read(path: address)
  }

  @Test func `every metric with a known name is read, and how many others are left out is said`() throws {
    let run = try run((0..<300).flatMap { ["part \($0)/val_loss", "odd \($0)"] })
    #expect(run.names.count { $0.hasSuffix("val_loss") } == 300)
    #expect(run.names.count { $0.hasPrefix("odd") } == 256)
    #expect(run.notes.contains { $0.text.hasPrefix("44 names were left out") })
  }

  @Test func `a run without metrics is told, and that a run is deleted is noted`() throws {
    let error = try #require(throws: LogError.self) { _ = try run([]) }
    #expect(error.problem == "the run has no metrics")
    #expect(try #require(throws: LogError.self) { _ = try run(["system/cpu"]) }.kind == .empty)
    #expect(try run(["val_loss"], stage: "deleted").notes.contains { $0.text.contains("deleted") })
    #expect(try !run(["val_loss"]).notes.contains { $0.text.contains("deleted") })
  }
}
