import Texts

/// Asks a tracking server of MLflow by its REST interface, version 2.0.
struct MLflowClient: Sendable {
  let server: String
  /// What the user named, for messages.
  let source: String
  let access: MLflowAccess
  var limits = HTTPLimits()
  /// When the server must have given everything.
  private var end = ContinuousClock.now + Self.longest

  /// How many pages of a list are asked for: 50 million values of a metric, or 100,000 runs.
  private static let mostPages = 2_000
  private static let mostValues = 4 << 20
  private static let longest = Duration.seconds(1_200)

  init(server: String, source: String, access: MLflowAccess) {
    self.server = server
    self.source = source
    self.access = access
  }

  /// Asks by GET for the one thing that an answer holds.
  ///
  /// - Throws: ``LogError`` `unavailable`, also for the answer of some other server.
  func get(_ name: String, by method: String, _ arguments: [(name: String, value: String)]) throws(LogError)
    -> JSONValue
  {
    let answer = try get(method, arguments)
    guard let value = answer[name], value.members != nil else {
      throw .notOfMLflow(NameList.brief(answer.members?.map(\.key) ?? []), source: source)
    }
    return value
  }

  /// Asks by GET.
  private func get(_ method: String, _ arguments: [(name: String, value: String)]) throws(LogError)
    -> JSONValue
  {
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
    var tokens: Set<String> = []
    var token: String?
    while tokens.count < Self.mostPages {
      let page = try ask(token)
      take(page[list]?.elements ?? [])
      let next = page["next_page_token"]?.text
      guard let next, !next.isEmpty else { return }
      guard tokens.insert(next).inserted else { break }
      token = next
    }
    throw LogError(
      .unavailable, source: source,
      tokens.count < Self.mostPages
        ? "the server goes around in a circle: it names a page of its answer again"
        : "the server gives more than \(Self.mostPages) pages of \(list)",
      advice: "Name one run: mlflow:http://localhost:5000/RUN")
  }

  private func ask(_ method: String, body: String?) throws(LogError) -> JSONValue {
    let left = (end - .now).components.seconds
    guard left > 0 else {
      throw LogError(HTTPFailure.timedOut("\(Self.longest.components.seconds) seconds"), source: source)
    }
    var limits = limits
    limits.answer = min(limits.answer, Int(left))
    let request = HTTPRequest(
      url: "\(server)/api/2.0/mlflow/\(method)", body: body, authorization: access.authorization,
      trust: access.trust, limits: limits)
    let status: Int
    let bytes: [UInt8]
    do {
      (status, bytes) = try request.send()
    } catch {
      throw LogError(error, source: source)
    }
    let value = try? Self.parse(bytes)
    guard status == 200 else {
      let message = value?["message"]?.text.map { PrintableText.clean(access.hidingSecrets(in: $0)) }
      throw .status(status, saying: message, source: source)
    }
    guard let value, value.members != nil else {
      throw .notOfMLflow(
        access.hidingSecrets(in: String(decoding: bytes.prefix(400), as: UTF8.self)), source: source)
    }
    return value
  }

  private static func parse(_ bytes: [UInt8]) throws(LogError) -> JSONValue {
    var scanner = JSONScanner(try LogInput(bytes: bytes, name: "answer"))
    var budget = mostValues
    return try scanner.value(budget: &budget)
  }
}
