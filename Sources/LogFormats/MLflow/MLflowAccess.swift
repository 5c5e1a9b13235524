#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What lets MLflow's own client in at a tracking server, by the same variables of the environment.
struct MLflowAccess: Sendable {
  /// The line `Authorization: ...`; `nil` for none.
  let authorization: String?
  let trust: HTTPTrust
  /// What no message may show.
  private let secrets: [String]

  /// - Parameters:
  ///   - login: The name and the password of the address, which come before those of the environment.
  ///   - environment: The value of a variable.
  init(login: MLflowAddress.Login?, environment: (String) -> String? = Self.environment) {
    func value(_ name: String) -> String? {
      // A line end in it would begin another header.
      let text = environment("MLFLOW_TRACKING_" + name)?.filter { !$0.isNewline && $0 != "\0" }
      return text?.isEmpty == false ? text : nil
    }
    var login = login
    if login == nil, let name = value("USERNAME"), let password = value("PASSWORD") {
      login = MLflowAddress.Login(name: name, password: password)
    }
    if let login {
      let pair = Base64.encode(Array("\(login.name):\(login.password)".utf8))
      authorization = "Authorization: Basic \(pair)"
      secrets = [pair, login.password]
    } else if let token = value("TOKEN") {
      authorization = "Authorization: Bearer \(token)"
      secrets = [token]
    } else {
      authorization = nil
      secrets = []
    }
    let isUnchecked = ["true", "1"].contains(value("INSECURE_TLS")?.lowercased())
    trust = HTTPTrust(certificates: value("SERVER_CERT_PATH"), isUnchecked: isUnchecked)
  }

  /// A text of a server, without what it was told in confidence.
  func hidingSecrets(in text: String) -> String {
    secrets.reduce(text) { $1.isEmpty ? $0 : $0.replacing($1, with: "…") }
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
