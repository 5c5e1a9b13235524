import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Asks a tracking server of MLflow by its REST interface, version 2.0.
struct MLflowClient: Sendable {
  let server: String
  /// What the user named, for messages.
  let source: String

  /// How many pages of a list are asked for, which no store of a person needs.
  private static let mostPages = 10_000
  private static let mostValues = 8 << 20

  /// Asks by GET.
  func get(_ method: String, _ arguments: [(name: String, value: String)]) throws(LogError) -> JSONValue {
    let query = arguments.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    return try ask(method + "?" + query, body: nil)
  }

  /// Asks for every page of a list by GET, and hands over its entries.
  func getPages(
    _ method: String, _ arguments: [(name: String, value: String)], list: String,
    _ take: ([JSONValue]) -> Void
  ) throws(LogError) {
    try pages(list, take) { (token) throws(LogError) in
      try get(method, arguments + (token.map { [("page_token", $0)] } ?? []))
    }
  }

  /// Asks for every page of a list by POST.
  func postPages(
    _ method: String, _ members: [String], list: String, _ take: ([JSONValue]) -> Void
  ) throws(LogError) {
    try pages(list, take) { (token) throws(LogError) in
      let page = token.map { ["\"page_token\": \(Self.quoted($0))"] } ?? []
      return try ask(method, body: "{" + (members + page).joined(separator: ", ") + "}")
    }
  }

  /// A text as JSON writes it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private func pages(
    _ list: String, _ take: ([JSONValue]) -> Void, _ ask: (String?) throws(LogError) -> JSONValue
  ) throws(LogError) {
    var token: String?
    for _ in 0..<Self.mostPages {
      let page = try ask(token)
      take(page[list]?.elements ?? [])
      let next = page["next_page_token"]?.text
      guard let next, !next.isEmpty, next != token else { return }
      token = next
    }
  }

  private func ask(_ method: String, body: String?) throws(LogError) -> JSONValue {
    let request = HTTPRequest(
      url: "\(server)/api/2.0/mlflow/\(method)", body: body, authorization: Self.authorization,
      source: source)
    let (status, bytes) = try request.send()
    let value = try? Self.parse(bytes)
    guard status == 200 else {
      throw LogError(
        .unavailable, source: source, "the server answers with status \(status)",
        found: value?["message"]?.text.map { PrintableText.clean($0) },
        advice: status == 401 || status == 403
          ? "Set MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD."
          : "Name a run, an experiment or the server: mlflow:http://localhost:5000/RUN")
    }
    guard let value, value.members != nil else {
      throw LogError(
        .unavailable, source: source, "the answer of the server is not one of MLflow",
        found: PrintableText.clean(String(decoding: bytes.prefix(60), as: UTF8.self)),
        advice: "Name a tracking server: mlflow:http://localhost:5000")
    }
    return value
  }

  private static func parse(_ bytes: [UInt8]) throws(LogError) -> JSONValue {
    var scanner = JSONScanner(try LogInput(bytes: bytes, name: "answer"))
    var budget = mostValues
    return try scanner.value(budget: &budget)
  }

  /// What MLflow's own client sends: a token, or a name and a password, from the environment.
  private static var authorization: String? {
    if let token = environment("MLFLOW_TRACKING_TOKEN") { return "Authorization: Bearer \(token)" }
    guard let name = environment("MLFLOW_TRACKING_USERNAME") else { return nil }
    let password = environment("MLFLOW_TRACKING_PASSWORD") ?? ""
    return "Authorization: Basic \(Base64.encode(Array("\(name):\(password)".utf8)))"
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    // A line end in it would begin another header.
    let text = String(cString: value).filter { !$0.isNewline }
    return text.isEmpty ? nil : text
  }
}
