import Foundation
import TestSupport
import Testing

@testable import LogFormats

/// How a server is convinced to answer, and to be believed.
struct MLflowAccessTests {
  private static let basic = "Authorization: Basic dXNlcjpzM2NyZXQ="

  @Test(arguments: [
    (["TOKEN": "t0k"], nil, "Authorization: Bearer t0k"),
    (["USERNAME": "user", "PASSWORD": "s3cret", "TOKEN": "t0k"], nil, basic),
    (["USERNAME": "user", "TOKEN": "t0k"], nil, "Authorization: Bearer t0k"),
    (["USERNAME": "other", "PASSWORD": "p"], MLflowAddress.Login(name: "user", password: "s3cret"), basic),
    (["TOKEN": "t0k\r\nX-Evil: 1"], nil, "Authorization: Bearer t0kX-Evil: 1"),
    ([:], nil, nil),
  ])
  func `credentials are those that MLflow's own client would send`(
    variables: [String: String], login: MLflowAddress.Login?, expected: String?
  ) {
    let access = MLflowAccess(login: login) { name in
      variables.first { "MLFLOW_TRACKING_" + $0.key == name }?.value
    }
    #expect(access.authorization == expected)
  }

  @Test func `a password in an address is sent and never shown`() throws {
    let run = String(repeating: "a", count: 32)
    // Who is not let in is told so in words that repeat the password.
    let server = try AnswerServer { request in
      guard request.contains(Self.basic) else {
        return (401, #"{"message": "who is dXNlcjpzM2NyZXQ= or s3cret?"}"#)
      }
      if request.contains("get-history") {
        return (200, #"{"metrics": [{"key": "val_loss", "value": 1, "timestamp": 1, "step": 0}]}"#)
      }
      return (200, #"{"run": {"info": {"run_id": "a"}, "data": {"metrics": [{"key": "val_loss"}]}}}"#)
    }
    let record = try FormatShelf.standard.read(
      path: "mlflow:http://user:s3cret@127.0.0.1:\(server.port)/\(run)")
    #expect(record.source == "mlflow:http://127.0.0.1:\(server.port)/\(run)")
    #expect(!"\(record)".contains("s3cret"))

    let access = MLflowAccess(login: .init(name: "x", password: "s3cret")) { _ in nil }
    let client = MLflowClient(
      server: "http://127.0.0.1:\(server.port)", source: "mlflow:http://x:s3cret@h/", access: access)
    let error = try #require(throws: LogError.self) { _ = try client.get("run", by: "runs/get", []) }
    #expect(!error.description.contains("s3cret"))
    #expect(error.advice?.contains("MLFLOW_TRACKING_USERNAME") == true)
  }

  @Test(arguments: [
    "mlflow:http://user:s3cret@127.0.0.1:1/x", "mlflow:http://user:s3@cret@127.0.0.1:1",
    "mlflow:user:s3cret@host",
    "mlflow:http://user:s3cret/more@host/x", "mlflow:ftp://user:s3cret@host",
  ])
  func `a password in an address that leads nowhere is not shown`(address: String) throws {
    let error = try #require(throws: LogError.self) { _ = try FormatShelf.standard.runs(at: address) }
    #expect(!error.description.contains("s3"))
  }

  // MARK: https

  private static let canServe =
    Process.succeeds("python3", "-c", "import ssl") && Process.succeeds("openssl", "version")

  @Test(.enabled(if: canServe, "python3 or openssl is not installed"))
  func `a certificate that nobody vouches for is refused, unless it is named or none is wanted`() throws {
    let folder = try ScratchFolder()
    let server = try ScriptServer("https/self_signed.py", python: "python3", folder: folder)
    func ask(_ variables: [String: String]) throws {
      let access = MLflowAccess(login: nil) { variables[$0] }
      _ = try MLflowClient(server: server.address, source: "x", access: access).get("run", by: "runs/get", [])
    }
    let error = try #require(throws: LogError.self) { try ask([:]) }
    #expect(error.problem == "the certificate of the server is not one to trust")
    #expect(error.advice?.contains("MLFLOW_TRACKING_SERVER_CERT_PATH") == true)
    try ask(["MLFLOW_TRACKING_SERVER_CERT_PATH": folder("certificate.pem")])
    try ask(["MLFLOW_TRACKING_INSECURE_TLS": "true"])
    let missing = try #require(throws: LogError.self) {
      try ask(["MLFLOW_TRACKING_SERVER_CERT_PATH": folder("none.pem")])
    }
    #expect(missing.problem == "the certificates to trust cannot be read")
  }
}
