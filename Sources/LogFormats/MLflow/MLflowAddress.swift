/// An address such as `mlflow:http://localhost:5000/RUN`, taken apart.
struct MLflowAddress: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    case run(String)
    case experiment(String)
    case experimentNamed(String)
    /// Every active run of the server.
    case everything
  }

  /// The experiment in which the target is the name of a run, as lists of runs have it: `EXPERIMENT/RUN`.
  struct Experiment: Sendable, Hashable {
    let server: String
    let name: String
  }

  struct Login: Sendable, Hashable {
    let name: String
    let password: String
  }

  /// The server, with the path that it lies under if there is one.
  let server: String
  let target: Target
  /// What the address may say too, where the server lies under no path.
  let experiment: Experiment?
  /// What stands before `@` in front of the server.
  let login: Login?

  static let scheme = "mlflow:"

  /// `nil` for what is no address of a server.
  init?(_ address: String) {
    guard address.hasPrefix(Self.scheme) else { return nil }
    let url = address.dropFirst(Self.scheme.count)
    let parts = url.split(separator: "#", maxSplits: 1)
    guard let place = parts.first, let scheme = ["http://", "https://"].first(where: { place.hasPrefix($0) })
    else { return nil }
    var path = place.dropFirst(scheme.count).prefix { $0 != "?" }.split(separator: "/")
    guard var host = path.first, !host.isEmpty else { return nil }
    path.removeFirst()
    if let at = host.lastIndex(of: "@") {
      let words = host[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        .map { PercentEncoding.decode($0) }
      login = Login(name: words[0], password: words.count > 1 ? words[1] : "")
      host = host[host.index(after: at)...]
      guard !host.isEmpty else { return nil }
    } else {
      login = nil
    }
    // An address copied from the pages of a server has its place behind `#`, or behind `/experiments`.
    var page = parts.count > 1 ? parts[1].prefix { $0 != "?" }.split(separator: "/") : []
    if page.isEmpty, let start = path.lastIndex(of: "experiments") {
      page = Array(path[start...])
      path = Array(path[..<start])
    }
    if page.count >= 2, page[0] == "experiments" {
      let hasRun = page.count >= 4 && page[2] == "runs"
      target = hasRun ? .run(String(page[3])) : .experiment(String(page[1]))
    } else if let last = page.isEmpty ? path.popLast() : nil {
      target = Self.target(PercentEncoding.decode(last))
    } else {
      target = .everything
    }
    // A blank ends an address.
    let words = path.map { PercentEncoding.encode(PercentEncoding.decode($0)) }
    server = ([scheme + host] + words).joined(separator: "/")
    experiment = path.last.map { last in
      let server = ([scheme + host] + words.dropLast()).joined(separator: "/")
      return Experiment(server: server, name: PercentEncoding.decode(last))
    }
  }

  private static func target(_ word: String) -> Target {
    if word.count == 32, word.allSatisfy(\.isHexDigit) { return .run(word) }
    return word.allSatisfy { $0.isASCII && $0.isNumber } ? .experiment(word) : .experimentNamed(word)
  }
}
